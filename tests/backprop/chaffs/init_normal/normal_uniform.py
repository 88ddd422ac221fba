"""Uniform draws from 0 to 1."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "uniform-instead-of-normal"
BASE = True
REPLACE = [("rng.standard_normal(weight.shape)", "rng.random(weight.shape)")]
