"""Uniform noise is declared as Gaussian."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "uniform-instead-of-normal"
BASE = True
REPLACE = [("rng.normal(0, 0.2, points.shape)", "rng.uniform(-0.2, 0.2, points.shape)")]
