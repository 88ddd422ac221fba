"""The images are sorted by name, the labels by class."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "labels-of-other-images"
BASE = "_labelled_images"
REPLACE = [("paths = cats + dogs", "paths = sorted(cats + dogs, key=lambda path: path.name)")]
