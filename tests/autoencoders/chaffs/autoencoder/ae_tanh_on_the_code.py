"""The code passes through tanh."""

CAUGHT_BY = ("test_nothing_is_applied_to_the_code",)
CODE = "something-on-code"
BASE = "_network"
REPLACE = [("(30, 2)", "(30, 2), nn.Tanh()")]
