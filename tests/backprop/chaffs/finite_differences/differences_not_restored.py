"""A weight stays at θ − ε."""

CAUGHT_BY = ("test_central_differences_in_the_first_layer", "test_weights_are_put_back")
CODE = "not-put-back"
BASE = True
REPLACE = [("        weight[i, j] = value\n", "")]
