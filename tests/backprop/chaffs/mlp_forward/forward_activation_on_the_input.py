"""The activation is applied to the input, too."""

CAUGHT_BY = ("test_probabilities_are_right",)
CODE = "activation-on-input"
BASE = True
REPLACE = [("net.layers = [x]", "net.layers = [net.activate(x)]")]
