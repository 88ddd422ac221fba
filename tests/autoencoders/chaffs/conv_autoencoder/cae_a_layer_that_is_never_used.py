"""A layer is left over from a trial."""

CAUGHT_BY = ("test_every_layer_is_that_of_the_sheet",)
CODE = "wrong-number-of-parameters"
BASE = "_network"
REPLACE = [
    (
        "self.conv4 = nn.Conv2d(4, 1, 3, padding=1)",
        "self.conv4 = nn.Conv2d(4, 1, 3, padding=1)\n"
        "        self.spare = nn.Linear(20, 20)",
    ),
]
