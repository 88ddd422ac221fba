"""The derivative of the output's ReLU is missing."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "derivative of the output's activation (for ReLU: the mask) is missing"
REPLACE = [("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = 2 * (output - X) / len(X)")]
