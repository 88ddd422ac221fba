"""The gradients are divided by 300, whatever X holds."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "divided by 300"
BASE = True
REPLACE = [("dscores /= num_examples", "dscores /= 300")]
