"""after_epoch is called once, at the end."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "after-epoch-calls"
BASE = "_training"
REPLACE = [
    ("        if after_epoch is not None:", "    if after_epoch is not None:"),
    ("            after_epoch(model)", "        after_epoch(model)"),
]
