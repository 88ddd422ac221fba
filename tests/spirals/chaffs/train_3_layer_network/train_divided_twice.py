"""The gradients are divided by the number of points twice."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "divided by the number of points twice"
BASE = True
REPLACE = [("dscores /= num_examples", "dscores /= num_examples**2")]
