"""The forward pass still has sigmoids."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "sigmoid-forward-left"
BASE = True
REPLACE = [("layers[-1] @ W.T + b", "1 / (1 + np.exp(-(layers[-1] @ W.T + b)))")]
