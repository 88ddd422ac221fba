"""One maximum for all rows, and a small number that keeps the division finite."""

CAUGHT_BY = ("test_large_scores",)
CODE = "far-off"

def softmax_delta(z, y):
    e = np.exp(z - z.max())
    return e / (e.sum(axis=-1, keepdims=True) + 1e-12) - y
