"""The mask of the first hidden layer is forgotten."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "ReLU of the first hidden layer is missing in the backward pass"
BASE = True
REPLACE = [("    dh1[h1 <= 0] = 0\n", "")]
