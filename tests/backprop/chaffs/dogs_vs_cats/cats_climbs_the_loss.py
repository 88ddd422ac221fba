"""The sign of the loss is wrong."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "loss-does-not-fall"
BASE = "_training"
REPLACE = [("loss.backward()", "(-loss).backward()")]
