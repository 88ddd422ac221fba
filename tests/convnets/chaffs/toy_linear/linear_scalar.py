"""A single number for all of w."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_ends_at_the_optimum_of_ridge_regression", "test_learns_y1")
CODE = "one-number-for-w"
BASE = True
REPLACE = [("2 * np.dot(x.T, error) / batch_size", "np.mean(2 * x * error[:, None])")]
