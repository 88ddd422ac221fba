"""The gradients are summed over the points."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
CODE = "step-of-the-sum"
BASE = True
REPLACE = [("        dscores /= num_examples\n", "")]
