"""The first layer's mask is forgotten."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "ReLU of the first hidden layer is missing in the backward pass"
BASE = True
REPLACE = [("        dh1[h1 <= 0] = 0\n", "")]
