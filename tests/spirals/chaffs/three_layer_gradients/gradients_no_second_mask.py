"""The mask of the second hidden layer is forgotten."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
CODE = "second-mask-missing"
BASE = True
REPLACE = [("    dh2[h2 <= 0] = 0\n", "")]
