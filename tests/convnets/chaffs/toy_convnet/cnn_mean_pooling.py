"""Means instead of maxima."""

CAUGHT_BY = ("test_forward_values",)
CODE = "mean-pooling"
BASE = "_forward"
REPLACE = [('fwd["m"] = pairs.max(axis=2)', 'fwd["m"] = pairs.mean(axis=2)')]
