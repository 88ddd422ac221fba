"""The squares are averaged over the coordinates, too (np.mean of everything)."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "averaged over the coordinates as well"
REPLACE = [("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = 2 * (output - X) / X.size * (z2 > 0)")]
