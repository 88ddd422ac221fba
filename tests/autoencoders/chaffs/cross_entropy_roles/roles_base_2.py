"""Logarithms of base 2."""

CAUGHT_BY = ("test_value_between_the_ends", "test_targets_of_zero_and_one")
CODE = "logarithm-base-2"

def cross_entropy(a, y):
    a, y = np.asarray(a), np.asarray(y)
    with np.errstate(all="ignore"):
        first = np.where(y == 0, 0, y * np.log(a))
        second = np.where(y == 1, 0, (1 - y) * np.log(1 - a))
    return -np.mean(first + second) / np.log(2)
