"""Every unit has a bias of its own instead of one for the layer."""

CAUGHT_BY = ("test_shared_bias_gradients",)
CODE = "bias-for-each-unit"
BASE = True
REPLACE = [
    ("db = np.array([delta_h.sum(), delta_o.sum()])", "db = np.concatenate([delta_h, delta_o])"),
    (
        "new_w, new_b = w - learning_rate * dw, b - learning_rate * db",
        "new_w, new_b = w - learning_rate * dw, b[[0, 0, 1, 1]] - learning_rate * db",
    ),
]
