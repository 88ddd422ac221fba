"""1 is subtracted at the largest target."""

CAUGHT_BY = ("test_targets_that_are_probabilities", "test_large_scores")
CODE = "one-at-largest-target"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)
    delta = a.copy()
    if z.ndim == 1:
        delta[y.argmax()] -= 1
    else:
        delta[np.arange(len(z)), y.argmax(axis=1)] -= 1
    return delta
