"""One loss per batch is returned instead of one per epoch."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "wrong-length"
BASE = True
REPLACE = [("        losses.append(total / len(images))", "            losses.append(loss.item())")]
