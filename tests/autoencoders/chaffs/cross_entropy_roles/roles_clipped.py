"""a is clipped, so nothing is ever infinite."""

CAUGHT_BY = ("test_targets_of_zero_and_one", "test_infinite_where_a_logarithm_is")
CODE = "a-clipped"

def cross_entropy(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    with np.errstate(all="ignore"):
        first = np.where(y == 0, 0, y * np.log(a))
        second = np.where(y == 1, 0, (1 - y) * np.log(1 - a))
    return -np.mean(first + second)
