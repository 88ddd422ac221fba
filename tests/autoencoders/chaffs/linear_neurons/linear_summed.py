"""Summed over the inputs."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost",)
CODE = "summed-over-inputs"
BASE = True
REPLACE = [
    ("[delta.T @ a / n for delta, a in zip(deltas, layers)]", "[delta.T @ a for delta, a in zip(deltas, layers)]"),
    ("[delta.sum(axis=0) / n for delta in deltas]", "[delta.sum(axis=0) for delta in deltas]"),
]
