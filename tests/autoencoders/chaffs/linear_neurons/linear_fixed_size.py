"""Divided by 20, whatever the number of inputs is."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "divided-by-fixed-size"
BASE = True
REPLACE = [
    ("delta.T @ a / n", "delta.T @ a / 20"),
    ("delta.sum(axis=0) / n", "delta.sum(axis=0) / 20"),
]
