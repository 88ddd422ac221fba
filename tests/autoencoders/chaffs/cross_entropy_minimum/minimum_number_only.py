"""The value without the outputs."""

CAUGHT_BY = ("test_outputs_at_the_minimum", "test_smallest_value")
CODE = "not-two-values"

def cross_entropy_minimum(y):
    return -np.mean(y * np.log(y) + (1 - y) * np.log(1 - y))
