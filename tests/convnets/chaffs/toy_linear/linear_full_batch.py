"""All samples in every step."""

CAUGHT_BY = ("test_batches_are_drawn_at_random",)
CODE = "batch-size-ignored"
BASE = True
REPLACE = [
    ('idx = np.random.choice(len(X["train"]), batch_size)', 'idx = np.arange(len(X["train"]))'),
    ("batch_size + lamb", "len(x) + lamb"),
]
