"""after_epoch is never called."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "after-epoch-calls"
BASE = True
REPLACE = [("if after_epoch is not None:\n            after_epoch(model)", "pass")]
