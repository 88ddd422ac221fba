"""−y ln y alone."""

CAUGHT_BY = ("test_smallest_value",)
SAYS = "term with 1 − y is missing"

def cross_entropy_minimum(y):
    return y.copy(), -np.mean(y * np.log(y))
