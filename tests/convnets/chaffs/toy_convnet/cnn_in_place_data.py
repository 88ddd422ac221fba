"""The training labels are centred in place."""

CAUGHT_BY = ("test_data_stay_as_they_are",)
CODE = "changed-in-place"
BASE = "_training"
REPLACE = [
    ("training_loss, test_loss = [], []", 'training_loss, test_loss = [], []\n    Y["train"] -= Y["train"].mean()'),
]
