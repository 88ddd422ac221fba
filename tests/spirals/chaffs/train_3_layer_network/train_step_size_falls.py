"""The step size falls from step to step."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "the step size is 0.0333 instead of 0.1"
BASE = True
REPLACE = [
    ("W1 += -step_size * dW1", "W1 += -step_size / (i + 1) * dW1"),
    ("b1 += -step_size * db1", "b1 += -step_size / (i + 1) * db1"),
    ("W2 += -step_size * dW2", "W2 += -step_size / (i + 1) * dW2"),
    ("b2 += -step_size * db2", "b2 += -step_size / (i + 1) * db2"),
    ("W3 += -step_size * dW3", "W3 += -step_size / (i + 1) * dW3"),
    ("b3 += -step_size * db3", "b3 += -step_size / (i + 1) * db3"),
]
