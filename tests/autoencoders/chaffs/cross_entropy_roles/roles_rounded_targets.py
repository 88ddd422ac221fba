"""Every target counts as 0 or 1."""

CAUGHT_BY = ("test_value_between_the_ends",)
CODE = "number-off"

def cross_entropy(a, y):
    y = np.round(y)
    with np.errstate(all="ignore"):
        first = np.where(y == 0, 0, y * np.log(a))
        second = np.where(y == 1, 0, (1 - y) * np.log(1 - a))
    return -np.mean(first + second)
