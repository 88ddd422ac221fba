"""A weight is left at θ + ε."""

CAUGHT_BY = ("test_weights_are_put_back", "test_central_differences_in_the_first_layer")
CODE = "parameters-left-changed"
BASE = True
REPLACE = [
    (
        "        down = loss_and_gradients(net, x, y)[0]\n"
        "        weight[i, j] = value",
        "        down = loss_and_gradients(net, x, y)[0]\n"
        "        weight[i, j] = value + epsilon",
    ),
]
