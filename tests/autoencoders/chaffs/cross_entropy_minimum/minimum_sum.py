"""The sum over the inputs."""

CAUGHT_BY = ("test_smallest_value",)
CODE = "sum-instead-of-mean"

def cross_entropy_minimum(y):
    return y.copy(), -np.sum(y * np.log(y) + (1 - y) * np.log(1 - y))
