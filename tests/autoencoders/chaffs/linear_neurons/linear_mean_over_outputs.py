"""The squares are averaged over the outputs as well."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "averaged-over-outputs"
BASE = True
REPLACE = [("deltas = [layers[-1] - y]", "deltas = [(layers[-1] - y) / y.shape[1]]")]
