"""The second pooling is missing."""

CAUGHT_BY = ("test_every_layer_is_that_of_the_sheet",)
CODE = "pooling-missing"
BASE = "_network"
REPLACE = [
    ("self.fc1 = nn.Linear(392, 20)", "self.fc1 = nn.Linear(1568, 20)"),
    ("x = F.max_pool2d(F.relu(self.conv2(x)), 2)", "x = F.relu(self.conv2(x))"),
]
