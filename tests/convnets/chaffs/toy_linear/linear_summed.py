"""The gradient is summed over the batch."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_ends_at_the_optimum_of_ridge_regression")
CODE = "error-summed-over-batch"
BASE = True
REPLACE = [("(x.T, error) / batch_size + lamb", "(x.T, error) + lamb")]
