"""x minus the reconstruction: the gradient goes uphill."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "sign"
REPLACE = [("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = 2 * (X - output) / len(X) * (z2 > 0)")]
