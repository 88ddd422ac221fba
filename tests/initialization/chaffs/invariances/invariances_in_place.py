"""The given arrays are changed."""

CAUGHT_BY = ("test_given_weights_stay_as_they_are",)
SAYS = "changed in place"

def rescale_unit(W1, W2, r, k, alpha):
    W1[r, k] *= alpha
    W2[r, k] /= alpha
    return W1, W2
