"""The squares are summed over the samples instead of averaged."""

CAUGHT_BY = ("test_gradients_of_a_batch",)
CODE = "sum-instead-of-mean"
REPLACE = [("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = 2 * (output - X) * (z2 > 0)")]
