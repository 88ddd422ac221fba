"""A loss for every batch instead of every epoch."""

CAUGHT_BY = ("test_training",)
CODE = "wrong-length"
BASE = "_training"
REPLACE = [
    (
        "total, seen = total + loss.item() * len(rows), seen + len(rows)",
        "total, seen = total + loss.item() * len(rows), seen + len(rows)\n"
        "            losses.append(loss.item())",
    ),
]
