"""A smaller last batch is left out."""

CAUGHT_BY = ("test_every_sample_is_used_once_in_an_epoch",)
CODE = "last-batch-left-out"
BASE = True
REPLACE = [("len(x),", "len(x) - batch_size + 1,")]
