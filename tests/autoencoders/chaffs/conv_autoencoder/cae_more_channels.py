"""Sixteen channels in the second convolution."""

CAUGHT_BY = ("test_every_layer_is_that_of_the_sheet",)
CODE = "other-output-shape"
BASE = "_network"
REPLACE = [
    ("self.conv2 = nn.Conv2d(4, 8, 3, padding=1)", "self.conv2 = nn.Conv2d(4, 16, 3, padding=1)"),
    ("self.fc1 = nn.Linear(392, 20)", "self.fc1 = nn.Linear(784, 20)"),
]
