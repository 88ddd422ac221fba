"""The formula for the output is applied to the pre-activation."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "output-formula-at-pre-activation"
BASE = True
REPLACE = [
    (
        "error = error * slope(net, layer, error)",
        "z = net.layers[k - 1] @ net.weights[k - 1] + net.biases[k - 1]\n"
        "            error = error * slope(net, z, error)",
    ),
]
