"""Every picture is made grey."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "other-picture"
BASE = "_labelled_images"
REPLACE = [('("RGB")', '("L").convert("RGB")')]
