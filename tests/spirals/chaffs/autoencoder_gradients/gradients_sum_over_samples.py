"""The squares are summed over the samples instead of averaged."""

CAUGHT_BY = ("test_gradients_of_a_batch",)
SAYS = "a sum instead of a mean"
REPLACE = [("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = 2 * (output - X) * (z2 > 0)")]
