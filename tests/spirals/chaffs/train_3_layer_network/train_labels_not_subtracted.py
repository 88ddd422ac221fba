"""p is used in place of p − y."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "the labels are not subtracted"
BASE = True
REPLACE = [("        dscores[range(num_examples), y] -= 1\n", "")]
