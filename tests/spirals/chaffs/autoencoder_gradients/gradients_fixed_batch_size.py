"""The division is by 32 whatever the number of samples."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "divided by a fixed 32"
REPLACE = [("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = 2 * (output - X) / 32 * (z2 > 0)")]
