"""The decoder begins with a ReLU."""

CAUGHT_BY = ("test_nothing_is_applied_to_the_code",)
CODE = "relu-on-code"
BASE = "_network"
REPLACE = [("nn.Linear(2, 30)", "nn.ReLU(), nn.Linear(2, 30)")]
