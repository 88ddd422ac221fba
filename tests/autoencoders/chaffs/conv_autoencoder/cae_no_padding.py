"""Convolutions without padding."""

CAUGHT_BY = ("test_every_layer_is_that_of_the_sheet",)
CODE = "padding-missing"
BASE = "_network"
REPLACE = [
    ("self.conv1 = nn.Conv2d(1, 4, 3, padding=1)", "self.conv1 = nn.Conv2d(1, 4, 3)"),
    ("self.conv2 = nn.Conv2d(4, 8, 3, padding=1)", "self.conv2 = nn.Conv2d(4, 8, 3)"),
    ("self.fc1 = nn.Linear(392, 20)", "self.fc1 = nn.Linear(200, 20)"),
]
