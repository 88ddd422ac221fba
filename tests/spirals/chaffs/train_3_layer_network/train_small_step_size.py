"""The step size is 0.01."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
CODE = "other-step-size"
BASE = True
REPLACE = [("step_size = 0.1", "step_size = 0.01")]
