"""In bits."""

CAUGHT_BY = ("test_smallest_value",)
CODE = "logarithm-base-2"

def cross_entropy_minimum(y):
    return y.copy(), -np.mean(y * np.log2(y) + (1 - y) * np.log2(1 - y))
