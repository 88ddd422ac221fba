"""One loss per batch."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "wrong-length"
BASE = "_training"
REPLACE = [
    ("total += loss.item() * len(batch)\n        losses.append(total / len(images))", "losses.append(loss.item())"),
]
