"""The derivative belongs to the layer below; unequal widths make it fail."""

CAUGHT_BY = ("test_gradients_of_square_layers",)
CODE = "slope-at-the-layer-input"
BASE = True
REPLACE = [
    (
        "error = error * slope(net, layer, error)",
        "below = net.layers[k - 1]\n"
        "            z = below @ net.weights[k - 1] + net.biases[k - 1]\n"
        "            wrong = below if below.shape == error.shape else z\n"
        "            functions = {'relu': lambda v: (v > 0) * 1.0, 'tanh': lambda v: 1 - np.tanh(v) ** 2}\n"
        "            functions['sigmoid'] = lambda v: (1 / (1 + np.exp(-v))) * (1 - 1 / (1 + np.exp(-v)))\n"
        "            error = error * functions[net.activation](wrong)",
    ),
]
