"""The gradient of a cross-correlation: each filter's is reversed."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error", "test_gradients_with_zeros_and_pairs_without_a_maximum", "test_a_step_is_the_learning_rate_times_the_gradient")
CODE = "filter-gradients-reversed"
BASE = "_passes"
REPLACE = [("[place + 2], padded[place + 1], padded[place]", "[place], padded[place + 1], padded[place + 2]")]
