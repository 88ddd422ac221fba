"""nan_to_num makes large finite numbers of infinities."""

CAUGHT_BY = ("test_infinite_where_a_logarithm_is",)
CODE = "finite-where-infinite"

def cross_entropy(a, y):
    with np.errstate(all="ignore"):
        return -np.mean(np.nan_to_num(y * np.log(a)) + np.nan_to_num((1 - y) * np.log(1 - a)))
