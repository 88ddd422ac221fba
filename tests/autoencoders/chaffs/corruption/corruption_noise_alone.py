"""The noise is returned without the data."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "wrong-mean"
BASE = True
REPLACE = [("return points + rng.normal(0, 0.2, points.shape)", "return rng.normal(0, 0.2, points.shape)")]
