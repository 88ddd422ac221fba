"""The step size is 1."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "the step size is 1 instead of 0.1"
BASE = True
REPLACE = [("step_size = 0.1", "step_size = 1.0")]
