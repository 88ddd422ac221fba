"""The outputs come in increasing order, and y with them."""

CAUGHT_BY = ("test_targets_stay_as_they_are",)
CODE = "changed-in-place"

def cross_entropy_minimum(y):
    C = -np.mean(y * np.log(y) + (1 - y) * np.log(1 - y))
    a = y.copy()
    y -= a
    return a, C
