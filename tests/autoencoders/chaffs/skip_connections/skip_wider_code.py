"""The code has ten numbers now."""

CAUGHT_BY = ("test_encoder_and_code_are_those_without_skips",)
CODE = "other-output-shape"
BASE = True
REPLACE = [
    ("self.fc2 = nn.Linear(20, 2)", "self.fc2 = nn.Linear(20, 10)"),
    ("self.fc3 = nn.Linear(2, 20)", "self.fc3 = nn.Linear(10, 20)"),
]
