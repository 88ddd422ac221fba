"""The outgoing weight is not divided by alpha."""

CAUGHT_BY = ("test_rescaled_unit_keeps_the_function",)
SAYS = "not divided by alpha"

def rescale_unit(W1, W2, r, k, alpha):
    W1, W2 = W1.copy(), W2.copy()
    W1[r, k] *= alpha
    return W1, W2
