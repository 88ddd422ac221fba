"""The softmax runs over the rows."""

CAUGHT_BY = ("test_one_hot_targets", "test_targets_that_are_probabilities")
CODE = "softmax-over-rows"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0) - y
