"""One batch is used in each epoch."""

CAUGHT_BY = ("test_every_sample_is_used_once_in_an_epoch",)
CODE = "last-batch-left-out"
BASE = True
REPLACE = [("for start in range(0, len(x), batch_size):", "for start in range(0, 1, batch_size):")]
