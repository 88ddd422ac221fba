"""The mask of the second hidden layer is forgotten."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "ReLU of the second hidden layer is missing in the backward pass"
BASE = True
REPLACE = [("    dh2[h2 <= 0] = 0\n", "")]
