"""One ReLU of the decoder is missing."""

CAUGHT_BY = ("test_is_not_linear",)
CODE = "no-activation"
BASE = "_network"
REPLACE = [("nn.ReLU(), nn.Linear(120, 400)", "nn.Linear(120, 400)")]
