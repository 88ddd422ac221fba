"""The test loss is measured on the training set."""

CAUGHT_BY = ("test_losses_are_mean_squared_errors",)
CODE = "measured-on-other-split"
BASE = True
REPLACE = [('(X["test"], w) - Y["test"]', '(X["train"], w) - Y["train"]')]
