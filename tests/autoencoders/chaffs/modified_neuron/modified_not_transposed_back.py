"""The error goes down through W, where the shapes allow it."""

CAUGHT_BY = ("test_layers_of_equal_width",)
CODE = "no-transpose-downwards"
BASE = True
REPLACE = [("W.T @ delta", "(W if W.shape[0] == W.shape[1] else W.T) @ delta")]
