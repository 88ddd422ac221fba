"""The mean over the rows is returned instead of a row for each input."""

CAUGHT_BY = ("test_one_hot_targets", "test_targets_that_are_probabilities")
CODE = "wrong-shape"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)
    return (a - y).mean(axis=0) if z.ndim == 2 else a - y
