"""dW averaged, db summed."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost",)
CODE = "biases-summed"
BASE = True
REPLACE = [("[delta.sum(axis=0) / n for delta in deltas]", "[delta.sum(axis=0) for delta in deltas]")]
