"""From 392 to 2 at once."""

CAUGHT_BY = ("test_every_layer_is_that_of_the_sheet",)
CODE = "other-output-shape"
BASE = "_network"
REPLACE = [
    ("self.fc1 = nn.Linear(392, 20)", "self.fc1 = nn.Linear(392, 2)"),
    ("self.fc2(F.relu(self.fc1(x.flatten(1))))", "self.fc1(x.flatten(1))"),
]
