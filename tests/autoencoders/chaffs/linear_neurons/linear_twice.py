"""The ½ of the cost is forgotten."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "twice-as-large"
BASE = True
REPLACE = [("deltas = [layers[-1] - y]", "deltas = [2 * (layers[-1] - y)]")]
