"""The sum runs over the whole array."""

CAUGHT_BY = ("test_one_hot_targets", "test_targets_that_are_probabilities")
CODE = "softmax-over-everything"

def softmax_delta(z, y):
    e = np.exp(z - z.max())
    return e / e.sum() - y
