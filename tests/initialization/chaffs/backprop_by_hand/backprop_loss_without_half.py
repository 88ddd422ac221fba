"""The loss lacks its factor ½, and so the gradients are twice as large."""

CAUGHT_BY = ("test_loss_is_half_the_sum_of_squares", "test_output_layer_gradients", "test_hidden_layer_gradients", "test_shared_bias_gradients")
CODE = "half-missing"
BASE = True
REPLACE = [
    ("mse = float(0.5 * np.sum((o - t) ** 2))", "mse = float(np.sum((o - t) ** 2))"),
    ("delta_o = (o - t) * o * (1 - o)", "delta_o = 2 * (o - t) * o * (1 - o)"),
]
