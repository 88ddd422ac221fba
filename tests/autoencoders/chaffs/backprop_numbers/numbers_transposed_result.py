"""The gradients are numbered by the neuron that they come from."""

CAUGHT_BY = ("test_output_weights", "test_hidden_weights")
CODE = "result-numbered-by-source"
BASE = True
REPLACE = [("dW1, dW2 = np.outer(dh, x), np.outer(do, h)", "dW1, dW2 = np.outer(x, dh), np.outer(h, do)")]
