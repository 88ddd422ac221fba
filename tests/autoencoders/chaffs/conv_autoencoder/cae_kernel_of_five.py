"""Kernels of 5 with padding 2."""

CAUGHT_BY = ("test_every_layer_is_that_of_the_sheet",)
CODE = "other-layer-parameters"
BASE = "_network"
REPLACE = [("self.conv1 = nn.Conv2d(1, 4, 3, padding=1)", "self.conv1 = nn.Conv2d(1, 4, 5, padding=2)")]
