"""The first convolution has no bias."""

CAUGHT_BY = ("test_every_layer_is_that_of_the_sheet",)
CODE = "no-bias"
BASE = "_network"
REPLACE = [("nn.Conv2d(1, 4, 3, padding=1)", "nn.Conv2d(1, 4, 3, padding=1, bias=False)")]
