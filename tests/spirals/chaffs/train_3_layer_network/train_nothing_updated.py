"""The new values are computed and thrown away."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient", "test_loss_falls")
SAYS = "one step more leaves all parameters as they were"
BASE = True
REPLACE = [
    ("W1 += -step_size * dW1", "W1 + -step_size * dW1"),
    ("b1 += -step_size * db1", "b1 + -step_size * db1"),
    ("W2 += -step_size * dW2", "W2 + -step_size * dW2"),
    ("b2 += -step_size * db2", "b2 + -step_size * db2"),
    ("W3 += -step_size * dW3", "W3 + -step_size * dW3"),
    ("b3 += -step_size * db3", "b3 + -step_size * db3"),
]
