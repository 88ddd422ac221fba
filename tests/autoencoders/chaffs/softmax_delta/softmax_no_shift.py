"""exp of the scores as they are: nan at 1000."""

CAUGHT_BY = ("test_large_scores",)
CODE = "exp-overflows"

def softmax_delta(z, y):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True) - y
