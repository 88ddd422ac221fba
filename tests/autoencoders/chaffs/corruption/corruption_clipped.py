"""Negative values are cut off, as pictures have none."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "wrong-mean"
BASE = True
REPLACE = [("points + rng.normal(0, 0.2, points.shape)", "np.maximum(points + rng.normal(0, 0.2, points.shape), 0)")]
