"""A ReLU after the last layer of the encoder too."""

CAUGHT_BY = ("test_nothing_is_applied_to_the_code",)
CODE = "relu-on-code"
BASE = "_network"
REPLACE = [("(30, 2)", "(30, 2), nn.ReLU()")]
