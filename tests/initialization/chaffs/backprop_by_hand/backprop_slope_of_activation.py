"""σ′ written as a function of z, but called with the activation."""

CAUGHT_BY = ("test_output_layer_gradients", "test_hidden_layer_gradients", "test_shared_bias_gradients")
CODE = "slope-at-the-activation"
BASE = True
REPLACE = [
    ("delta_o = (o - t) * o * (1 - o)", "delta_o = (o - t) * slope(o)"),
    ("delta_h = (B @ delta_o) * h * (1 - h)", "delta_h = (B @ delta_o) * slope(h)"),
]


def slope(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
