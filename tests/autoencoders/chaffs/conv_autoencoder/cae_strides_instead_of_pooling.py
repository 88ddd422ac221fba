"""Convolutions of stride 2, no pooling."""

CAUGHT_BY = ("test_every_layer_is_that_of_the_sheet",)
CODE = "other-output-shape"
BASE = "_network"
REPLACE = [
    ("nn.Conv2d(1, 4, 3, padding=1)", "nn.Conv2d(1, 4, 3, stride=2, padding=1)"),
    ("nn.Conv2d(4, 8, 3, padding=1)", "nn.Conv2d(4, 8, 3, stride=2, padding=1)"),
    ("x = F.max_pool2d(F.relu(self.conv1(x)), 2)", "x = F.relu(self.conv1(x))"),
    ("x = F.max_pool2d(F.relu(self.conv2(x)), 2)", "x = F.relu(self.conv2(x))"),
]
