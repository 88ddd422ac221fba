"""Always the first samples."""

CAUGHT_BY = ("test_batches_are_drawn_at_random",)
CODE = "same-sample-every-step"
BASE = "_training"
REPLACE = [('idx = np.random.choice(len(X["train"]), batch_size)', "idx = np.arange(batch_size)")]
