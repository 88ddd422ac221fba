"""The filters are not flipped, forward nor backward."""

CAUGHT_BY = ("test_forward_values", "test_gradients_of_the_mean_squared_error", "test_gradients_with_zeros_and_pairs_without_a_maximum", "test_a_step_is_the_learning_rate_times_the_gradient")
CODE = "filters-not-flipped"
BASE = "_passes"
REPLACE = [
    ('np.convolve(row, cnn_model["w1"], mode="same")', 'np.correlate(row, cnn_model["w1"], mode="same")'),
    ('np.convolve(row, cnn_model["w2"], mode="same")', 'np.correlate(row, cnn_model["w2"], mode="same")'),
    ("[place + 2], padded[place + 1], padded[place]", "[place], padded[place + 1], padded[place + 2]"),
]
