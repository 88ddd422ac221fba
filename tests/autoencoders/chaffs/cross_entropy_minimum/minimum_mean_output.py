"""A single number for the outputs."""

CAUGHT_BY = ("test_outputs_at_the_minimum",)
CODE = "wrong-shape"

def cross_entropy_minimum(y):
    return float(y.mean()), -np.mean(y * np.log(y) + (1 - y) * np.log(1 - y))
