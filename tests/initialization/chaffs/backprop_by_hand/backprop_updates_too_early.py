"""The output weights are updated before the hidden gradient uses them."""

CAUGHT_BY = ("test_hidden_layer_gradients",)
CODE = "updated-too-early"
BASE = True
REPLACE = [
    (
        "delta_o = (o - t) * o * (1 - o)",
        "delta_o = (o - t) * o * (1 - o)\n"
        "    B = B - learning_rate * np.outer(h, delta_o)",
    ),
]
