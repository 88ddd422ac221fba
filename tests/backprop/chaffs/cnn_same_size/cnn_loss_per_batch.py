"""One loss per batch."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "wrong-length"
BASE = True
REPLACE = [
    (
        "total += loss.item() * len(batch)\n"
        "        losses.append(total / len(images))",
        "total += 0\n"
        "        losses.append(loss.item())\n"
        "        losses.append(loss.item())",
    ),
]
