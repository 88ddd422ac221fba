"""Only the first batches of each epoch."""

CAUGHT_BY = ("test_training",)
CODE = "images-left-out"
BASE = "_training"
REPLACE = [("(len(images)).split(64)", "(len(images)).split(64)[:3]")]
