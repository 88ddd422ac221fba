"""rand instead of randn."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "uniform-instead-of-normal"
BASE = True
REPLACE = [("rng.normal(0, 0.2, points.shape)", "0.2 * rng.random(points.shape)")]
