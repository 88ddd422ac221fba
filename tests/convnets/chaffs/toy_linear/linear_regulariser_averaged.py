"""The regulariser is divided by the batch size as well."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_ends_at_the_optimum_of_ridge_regression")
CODE = "regulariser-divided-by-batch-size"
BASE = True
REPLACE = [("2 * np.dot(x.T, error) / batch_size + lamb * w", "(2 * np.dot(x.T, error) + lamb * w) / batch_size")]
