"""a and y exchange their roles."""

CAUGHT_BY = ("test_value_between_the_ends", "test_infinite_where_a_logarithm_is")
CODE = "a-and-y-exchanged"

def cross_entropy(y, a):
    with np.errstate(all="ignore"):
        first = np.where(y == 0, 0, y * np.log(a))
        second = np.where(y == 1, 0, (1 - y) * np.log(1 - a))
    return -np.mean(first + second)
