"""The derivative of the code's ReLU is missing."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "derivative of the hidden activation (for ReLU: the mask) is missing"
REPLACE = [("dz1 = dz2 @ W2 * (z1 > 0)", "dz1 = dz2 @ W2")]
