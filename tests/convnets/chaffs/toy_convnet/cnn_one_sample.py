"""p is a single number, summed over the batch."""

CAUGHT_BY = ("test_forward_values", "test_losses_are_mean_squared_errors")
CODE = "wrong-shape"
BASE = "_forward"
REPLACE = [('fwd["p"] = np.dot(fwd["m"], cnn_model["u"])', 'fwd["p"] = np.sum(fwd["m"] * cnn_model["u"])')]
