"""The derivative is taken at the incoming error."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "slope-at-the-error"
BASE = True
REPLACE = [
    (
        "* slope(net, layer, error)",
        "* slope(net, {'relu': lambda z: np.maximum(z, 0), 'tanh': np.tanh, 'sigmoid': lambda z: 1 / (1 + np.exp(-z))}[net.activation](error), error)",
    ),
]
