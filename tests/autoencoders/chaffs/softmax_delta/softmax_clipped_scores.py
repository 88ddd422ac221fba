"""Large scores are cut off before the exponential."""

CAUGHT_BY = ("test_large_scores",)
CODE = "far-off"

def softmax_delta(z, y):
    e = np.exp(np.clip(z, -50, 50))
    return e / e.sum(axis=-1, keepdims=True) - y
