"""The loss has the wrong sign."""

CAUGHT_BY = ("test_training",)
CODE = "loss-does-not-fall"
BASE = "_training"
REPLACE = [("loss.backward()", "(-loss).backward()")]
