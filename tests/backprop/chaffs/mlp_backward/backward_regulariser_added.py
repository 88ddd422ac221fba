"""λW is added, though no regulariser is asked for."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "regulariser-share-wrong"
BASE = True
REPLACE = [("dW = layer.T @ error", "dW = layer.T @ error + 0.01 * net.weights[k]")]
