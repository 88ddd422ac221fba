"""The means of activations and errors are multiplied."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "product-of-means"
BASE = True
REPLACE = [("dW = layer.T @ error", "dW = np.outer(layer.mean(axis=0), error.sum(axis=0))")]
