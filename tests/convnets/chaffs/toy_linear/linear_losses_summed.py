"""The losses are sums."""

CAUGHT_BY = ("test_losses_are_mean_squared_errors",)
CODE = "squares-summed"
BASE = True
REPLACE = [
    ("np.mean(error**2)", "np.sum(error**2)"),
    ('np.mean((np.dot(X["test"], w) - Y["test"]) ** 2)', 'np.sum((np.dot(X["test"], w) - Y["test"]) ** 2)'),
]
