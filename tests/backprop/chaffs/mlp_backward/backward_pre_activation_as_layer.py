"""The pre-activation is used where the activation belongs."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "pre-activation-of-layer-below"
BASE = True
REPLACE = [
    (
        "dW = layer.T @ error",
        "below = layer if k == 0 else net.layers[k - 1] @ net.weights[k - 1] + net.biases[k - 1]\n"
        "        dW = below.T @ error",
    ),
]
