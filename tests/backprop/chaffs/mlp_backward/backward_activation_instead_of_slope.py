"""The activation is used where its derivative belongs."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "activation-instead-of-slope"
BASE = True
REPLACE = [("error = error * slope(net, layer, error)", "error = error * layer")]
