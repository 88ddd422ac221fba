"""Infinities are left out of the mean."""

CAUGHT_BY = ("test_infinite_where_a_logarithm_is",)
CODE = "finite-where-infinite"

def cross_entropy(a, y):
    with np.errstate(all="ignore"):
        first = np.where((y == 0) | (a == 0), 0, y * np.log(a))
        second = np.where((y == 1) | (a == 1), 0, (1 - y) * np.log(1 - a))
    return -np.mean(first + second)
