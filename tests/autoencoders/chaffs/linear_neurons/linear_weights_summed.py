"""db averaged, dW summed."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost",)
CODE = "weights-summed"
BASE = True
REPLACE = [
    ("[delta.T @ a / n for delta, a in zip(deltas, layers)]", "[delta.T @ a for delta, a in zip(deltas, layers)]"),
]
