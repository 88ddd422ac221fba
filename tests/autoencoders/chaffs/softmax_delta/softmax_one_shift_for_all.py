"""One maximum for all rows."""

CAUGHT_BY = ("test_large_scores",)
CODE = "exp-overflows"

def softmax_delta(z, y):
    e = np.exp(z - z.max())
    return e / e.sum(axis=-1, keepdims=True) - y
