"""The derivative of the activation is forgotten."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "hidden-slope-missing"
BASE = True
REPLACE = [("            error = error * slope(net, layer, error)\n", "")]
