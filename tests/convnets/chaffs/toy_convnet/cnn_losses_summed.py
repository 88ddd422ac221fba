"""The losses are sums."""

CAUGHT_BY = ("test_losses_are_mean_squared_errors",)
CODE = "squares-summed"
BASE = "_training"
REPLACE = [
    ('np.mean((fwd["p"] - y) ** 2)', 'np.sum((fwd["p"] - y) ** 2)'),
    (
        'np.mean((forward(model, X["test"])["p"] - Y["test"]) ** 2)',
        'np.sum((forward(model, X["test"])["p"] - Y["test"]) ** 2)',
    ),
]
