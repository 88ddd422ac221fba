"""Inputs are shuffled without their labels."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "loss-falls-too-little"
BASE = True
REPLACE = [("y[batch]", "y[start : start + batch_size]")]
