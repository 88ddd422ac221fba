"""A single input comes back as a matrix."""

CAUGHT_BY = ("test_single_input",)
CODE = "right-numbers-in-wrong-shape"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)
    return np.atleast_2d(a - y)
