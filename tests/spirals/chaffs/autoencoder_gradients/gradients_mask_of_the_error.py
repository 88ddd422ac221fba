"""The mask is taken from the error that comes back instead of the pre-activation."""

CAUGHT_BY = ("test_gradients_of_a_batch",)
SAYS = "at the incoming error instead of the pre-activation"
REPLACE = [("dz1 = dz2 @ W2 * (z1 > 0)", "dz1 = np.maximum(dz2 @ W2, 0)")]
