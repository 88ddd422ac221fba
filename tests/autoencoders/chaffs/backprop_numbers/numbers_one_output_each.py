"""Each hidden neuron gets the error of one output."""

CAUGHT_BY = ("test_hidden_errors", "test_hidden_weights", "test_biases")
CODE = "only-one-output"
BASE = True
REPLACE = [("dh = (W2.T @ do) * h * (1 - h)", "dh = np.diag(W2) * do * h * (1 - h)")]
