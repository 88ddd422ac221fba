"""Targets are the first images of the set instead of the batch's."""

CAUGHT_BY = ("test_training_compares_with_the_images",)
CODE = "other-targets"
BASE = "_training"
REPLACE = [("(images[rows]), images[rows]", "(images[rows]), images[: len(rows)]")]
