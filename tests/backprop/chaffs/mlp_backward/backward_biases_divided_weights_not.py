"""1/N for the biases, not for the weights."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "weights-summed"
BASE = True
REPLACE = [("dW = layer.T @ error", "dW = layer.T @ error * len(y)")]
