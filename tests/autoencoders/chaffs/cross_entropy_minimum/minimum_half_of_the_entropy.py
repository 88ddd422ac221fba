"""−y ln y alone."""

CAUGHT_BY = ("test_smallest_value",)
CODE = "second-term-missing"

def cross_entropy_minimum(y):
    return y.copy(), -np.mean(y * np.log(y))
