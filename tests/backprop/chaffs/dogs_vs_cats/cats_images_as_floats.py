"""The images are divided by 255 when they are read."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "not-uint8"
BASE = "_labelled_images"
REPLACE = [("([picture(path) for path in paths])", "([picture(path) for path in paths]).float() / 255")]
