"""The gradient is added."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient", "test_loss_falls", "test_accuracy_on_a_spiral")
SAYS = "goes up the gradient"
BASE = True
REPLACE = [
    ("W1 += -step_size * dW1", "W1 += step_size * dW1"),
    ("b1 += -step_size * db1", "b1 += step_size * db1"),
    ("W2 += -step_size * dW2", "W2 += step_size * dW2"),
    ("b2 += -step_size * db2", "b2 += step_size * db2"),
    ("W3 += -step_size * dW3", "W3 += step_size * dW3"),
    ("b3 += -step_size * db3", "b3 += step_size * db3"),
]
