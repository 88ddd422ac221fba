"""A single input comes back as a matrix."""

CAUGHT_BY = ("test_single_input",)
CODE = "axis-of-length-1-too-many"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)
    return np.atleast_2d(a - y)
