"""Activations and errors are multiplied elementwise where the shapes allow it."""

CAUGHT_BY = ("test_gradients_of_square_layers",)
CODE = "elementwise-product"
BASE = True
REPLACE = [
    (
        "dW = layer.T @ error",
        "dW = layer.T @ error\n"
        "        if layer.shape == error.shape:\n"
        "            dW = np.tile((layer * error).sum(axis=0), (layer.shape[1], 1))",
    ),
]
