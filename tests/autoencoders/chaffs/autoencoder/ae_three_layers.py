"""Three layers on either side."""

CAUGHT_BY = ("test_four_linear_layers_down_and_four_up",)
CODE = "other-depth"
BASE = "_network"
REPLACE = [
    ("(400, 120), nn.ReLU(), nn.Linear(120, 30)", "(400, 30)"),
    ("(30, 120), nn.ReLU(), nn.Linear(120, 400)", "(30, 400)"),
]
