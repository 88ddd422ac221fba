"""All samples are used in one step."""

CAUGHT_BY = ("test_every_sample_is_used_once_in_an_epoch",)
CODE = "all-samples-in-one-batch"
BASE = True
REPLACE = [
    ("for start in range(0, len(x), batch_size):", "for start in range(0, len(x), len(x)):"),
    ("batch = order[start : start + batch_size]", "batch = order"),
]
