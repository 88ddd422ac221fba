"""y − a."""

CAUGHT_BY = ("test_one_hot_targets", "test_targets_that_are_probabilities", "test_single_input")
CODE = "y-minus-a"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)
    return y - a
