"""The new layer's mask is forgotten."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "ReLU of the second hidden layer is missing in the backward pass"
BASE = True
REPLACE = [("        dh2[h2 <= 0] = 0\n", "")]
