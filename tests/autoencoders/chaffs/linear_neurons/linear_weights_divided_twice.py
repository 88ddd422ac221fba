"""dW is divided by n twice."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost",)
CODE = "weights-divided-twice"
BASE = True
REPLACE = [
    (
        "[delta.T @ a / n for delta, a in zip(deltas, layers)]",
        "[delta.T @ a / n / n for delta, a in zip(deltas, layers)]",
    ),
]
