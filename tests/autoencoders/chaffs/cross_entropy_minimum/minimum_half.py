"""½ for every input."""

CAUGHT_BY = ("test_outputs_at_the_minimum", "test_smallest_value")
CODE = "output-half"

def cross_entropy_minimum(y):
    return np.full(len(y), 0.5), np.log(2)
