"""δ of the mean cost instead of each input's own."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost",)
CODE = "delta-of-the-mean"
BASE = True
REPLACE = [
    ("deltas = [layers[-1] - y]", "deltas = [(layers[-1] - y) / n]"),
    ("[delta.T @ a / n for delta, a in zip(deltas, layers)]", "[delta.T @ a for delta, a in zip(deltas, layers)]"),
    ("[delta.sum(axis=0) / n for delta in deltas]", "[delta.sum(axis=0) for delta in deltas]"),
]
