"""The norm of w is added to every entry."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_ends_at_the_optimum_of_ridge_regression")
CODE = "norm-added"
BASE = True
REPLACE = [("lamb * w", "lamb * np.linalg.norm(w)")]
