"""One output for all inputs."""

CAUGHT_BY = ("test_outputs_at_the_minimum", "test_smallest_value")
CODE = "mean-of-targets"

def cross_entropy_minimum(y):
    return np.full(len(y), y.mean()), -(y.mean() * np.log(y.mean()) + (1 - y.mean()) * np.log(1 - y.mean()))
