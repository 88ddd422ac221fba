"""The nearest of 0 and 1."""

CAUGHT_BY = ("test_outputs_at_the_minimum",)
CODE = "output-rounded"

def cross_entropy_minimum(y):
    return np.round(y), -np.mean(y * np.log(y) + (1 - y) * np.log(1 - y))
