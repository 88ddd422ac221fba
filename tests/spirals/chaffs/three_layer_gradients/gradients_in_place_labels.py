"""The input is scaled in place."""

CAUGHT_BY = ("test_arguments_stay_as_they_are",)
SAYS = "changed in place"
BASE = True
REPLACE = [("N = X.shape[0]", "N = X.shape[0]\n    X *= 1.0 + 1e-7")]
