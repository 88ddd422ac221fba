"""The loss is the mean absolute difference."""

CAUGHT_BY = ("test_losses_are_mean_squared_errors",)
CODE = "differences-not-squared"
BASE = True
REPLACE = [
    ("error**2", "np.abs(error)"),
    ('(np.dot(X["test"], w) - Y["test"]) ** 2', 'np.abs(np.dot(X["test"], w) - Y["test"])'),
]
