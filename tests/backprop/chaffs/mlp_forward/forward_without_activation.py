"""The hidden layers are linear."""

CAUGHT_BY = ("test_probabilities_are_right",)
CODE = "hidden-activation-missing"
BASE = True
REPLACE = [("net.activate(net.layers[-1] @ weight + bias)", "net.layers[-1] @ weight + bias")]
