"""The result is clipped to [0, 1], as pictures are."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "not-normal"
BASE = True
REPLACE = [("points + rng.normal(0, 0.2, points.shape)", "np.clip(points + rng.normal(0, 0.2, points.shape), 0, 1)")]
