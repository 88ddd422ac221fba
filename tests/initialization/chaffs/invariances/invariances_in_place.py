"""The given arrays are changed."""

CAUGHT_BY = ("test_given_weights_stay_as_they_are",)
CODE = "changed-in-place"
REPLACE = [("    W1, W2 = W1.copy(), W2.copy()\n", "")]
