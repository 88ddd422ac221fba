"""(r, k) is taken for a place of the input."""

CAUGHT_BY = ("test_rescaled_unit_keeps_the_function",)
SAYS = "place in the input"

def rescale_unit(W1, W2, r, k, alpha):
    W1, W2 = W1.copy(), W2.copy()
    W1[:, :, r, k] *= alpha
    W2[r, k] /= alpha
    return W1, W2
