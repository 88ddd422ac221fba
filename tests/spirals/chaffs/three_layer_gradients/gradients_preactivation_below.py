"""The pre-activations stand where the activations belong."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "the pre-activation of the layer below"
BASE = True
REPLACE = [
    ("dW3 = h2.T @ dscores", "dW3 = a2.T @ dscores"),
    ("dW2 = h1.T @ dh2", "dW2 = a1.T @ dh2"),
]
