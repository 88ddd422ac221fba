"""A small number in the logarithms."""

CAUGHT_BY = ("test_infinite_where_a_logarithm_is",)
CODE = "finite-where-infinite"

def cross_entropy(a, y):
    return -np.mean(y * np.log(a + 1e-30) + (1 - y) * np.log(1 - a + 1e-30))
