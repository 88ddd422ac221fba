"""The target is corrupted anew."""

CAUGHT_BY = ("test_training_compares_with_clean_images",)
CODE = "other-targets"
BASE = "_training"
REPLACE = [("(x), images[rows]", "(x), corrupt(images[rows])")]
