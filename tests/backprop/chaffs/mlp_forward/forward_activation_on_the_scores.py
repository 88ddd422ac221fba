"""The activation is applied in the output layer, too."""

CAUGHT_BY = ("test_probabilities_are_right",)
CODE = "activation-on-scores"
BASE = True
REPLACE = [
    (
        "net.layers[-1] @ net.weights[-1] + net.biases[-1]",
        "net.activate(net.layers[-1] @ net.weights[-1] + net.biases[-1])",
    ),
]
