"""The regulariser is in the loss and not in the gradient."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_ends_at_the_optimum_of_ridge_regression")
CODE = "regulariser-missing"
BASE = True
REPLACE = [("batch_size + lamb * w", "batch_size")]
