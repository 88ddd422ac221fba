"""A single input fails."""

CAUGHT_BY = ("test_single_input",)
CODE = "raised"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) - y
