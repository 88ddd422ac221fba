"""What is returned for each epoch rises."""

CAUGHT_BY = ("test_training",)
CODE = "loss-does-not-fall"
BASE = "_training"
REPLACE = [("losses.append(total)", "losses.append(1 - total / len(images))")]
