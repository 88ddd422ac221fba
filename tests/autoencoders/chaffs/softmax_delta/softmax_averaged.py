"""Divided by the number of rows."""

CAUGHT_BY = ("test_one_hot_targets", "test_targets_that_are_probabilities")
CODE = "averaged-over-rows"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)
    return (a - y) / len(z) if z.ndim == 2 else a - y
