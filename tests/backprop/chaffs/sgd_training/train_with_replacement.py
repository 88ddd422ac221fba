"""Batches are drawn with replacement."""

CAUGHT_BY = ("test_every_sample_is_used_once_in_an_epoch",)
CODE = "samples-not-used-once"
BASE = True
REPLACE = [("batch = order[start : start + batch_size]", "batch = rng.integers(len(x), size=batch_size)")]
