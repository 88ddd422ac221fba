"""The factor 2 of the square is missing."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "half as large as it should be"
REPLACE = [("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = (output - X) / len(X) * (z2 > 0)")]
