"""The update happens in the backward pass, on weights that are put back at the end."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "updated-too-early"
BASE = True
REPLACE = [
    ("gradients = []", "gradients, old = [], list(net.weights)"),
    ("gradients.append((dW, db))", "gradients.append((dW, db))\n        net.weights[k] = net.weights[k] - 0.1 * dW"),
    ("error = error * slope(net, layer, error)", "error = error * slope(net, layer, error)\n    net.weights = old"),
]
