"""The axes are turned round: width before height."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "height-and-width-swapped"
BASE = "_labelled_images"
REPLACE = [("2, 0, 1", "2, 1, 0")]
