"""The shift is taken in place."""

CAUGHT_BY = ("test_arguments_of_softmax_delta_stay_as_they_are",)
CODE = "changed-in-place"

def softmax_delta(z, y):
    z -= z.max(axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True) - y
