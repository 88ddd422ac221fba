"""Only the right class has an error."""

CAUGHT_BY = ("test_one_hot_targets", "test_single_input")
CODE = "only-right-class"

def softmax_delta(z, y):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)
    return np.where(y == y.max(axis=-1, keepdims=True), a - y, 0)
