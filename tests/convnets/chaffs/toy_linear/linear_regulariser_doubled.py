"""The regulariser's gradient is taken to be 2λw."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_ends_at_the_optimum_of_ridge_regression")
CODE = "regulariser-doubled"
BASE = True
REPLACE = [("lamb * w", "2 * lamb * w")]
