"""The minus is forgotten."""

CAUGHT_BY = ("test_smallest_value",)
CODE = "wrong-sign"

def cross_entropy_minimum(y):
    return y.copy(), np.mean(y * np.log(y) + (1 - y) * np.log(1 - y))
