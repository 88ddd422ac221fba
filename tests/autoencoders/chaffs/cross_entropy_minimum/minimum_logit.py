"""z instead of the output."""

CAUGHT_BY = ("test_outputs_at_the_minimum",)
CODE = "output-is-logit"

def cross_entropy_minimum(y):
    return np.log(y / (1 - y)), -np.mean(y * np.log(y) + (1 - y) * np.log(1 - y))
