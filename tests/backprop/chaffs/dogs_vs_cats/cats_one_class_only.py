"""Only the first subfolder is read."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "images-missing"
BASE = "_labelled_images"
REPLACE = [
    ("paths = cats + dogs", "paths = cats"),
    ("(cats) + [1] * len(dogs)", "(cats)"),
]
