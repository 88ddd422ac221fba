"""The weights of the last layer are moved."""

CAUGHT_BY = ("test_central_differences_in_the_first_layer",)
CODE = "other-layer"
BASE = True
REPLACE = [("weight = net.weights[0]", "weight = net.weights[-1]")]
