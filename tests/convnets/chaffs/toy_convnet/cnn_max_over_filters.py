"""The maximum is taken over the filters."""

CAUGHT_BY = ("test_forward_values",)
CODE = "maximum-over-filters"
BASE = "_forward"
REPLACE = [('fwd["m"] = pairs.max(axis=2)', 'fwd["m"] = np.maximum(fwd["o1"], fwd["o2"])')]
