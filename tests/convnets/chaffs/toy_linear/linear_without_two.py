"""The factor 2 is missing."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_ends_at_the_optimum_of_ridge_regression")
CODE = "factor-two-missing"
BASE = True
REPLACE = [("2 * np.dot(x.T, error)", "np.dot(x.T, error)")]
