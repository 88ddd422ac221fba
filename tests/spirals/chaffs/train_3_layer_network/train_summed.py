"""The gradients are summed over the points."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "summed over the points instead of averaged"
BASE = True
REPLACE = [("        dscores /= num_examples\n", "")]
