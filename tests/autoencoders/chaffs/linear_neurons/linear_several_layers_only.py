"""A network without hidden layers fails."""

CAUGHT_BY = ("test_network_of_one_layer",)
CODE = "raised"
BASE = True
REPLACE = [("layers.append(layers[-1] @ W.T + b)", "layers.append(layers[-1] @ W.T + b)\n    assert len(weights) > 1")]
