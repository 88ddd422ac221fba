"""The error goes down through the wrong orientation, where shapes allow it."""

CAUGHT_BY = ("test_linear_layers_of_equal_width",)
CODE = "no-transpose-downwards"
BASE = True
REPLACE = [("[0] @ W", "[0] @ (W.T if W.shape[0] == W.shape[1] else W)")]
