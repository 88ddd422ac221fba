"""Cats are 1 and dogs 0."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "labels-swapped"
BASE = "_labelled_images"
REPLACE = [("[0] * len(cats) + [1]", "[1] * len(cats) + [0]")]
