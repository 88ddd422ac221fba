"""The error goes down through W instead of its transpose; seen on square layers only."""

CAUGHT_BY = ("test_gradients_of_square_layers",)
CODE = "no-transpose-downwards"
BASE = True
REPLACE = [
    (
        "net.weights[k].T",
        "(net.weights[k] if net.weights[k].shape[0] == net.weights[k].shape[1] else net.weights[k].T)",
    ),
]
