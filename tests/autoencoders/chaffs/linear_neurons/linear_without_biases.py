"""The biases are left out of the forward pass."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "biases-left-out"
BASE = True
REPLACE = [("layers.append(layers[-1] @ W.T + b)", "layers.append(layers[-1] @ W.T)")]
