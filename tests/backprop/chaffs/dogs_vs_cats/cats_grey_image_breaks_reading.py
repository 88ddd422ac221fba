"""Grey pictures are not converted."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "raised"
BASE = "_labelled_images"
REPLACE = [('(path).convert("RGB")', "(path)")]
