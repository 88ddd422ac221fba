"""y − a."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "wrong-sign"
BASE = True
REPLACE = [("deltas = [layers[-1] - y]", "deltas = [y - layers[-1]]")]
