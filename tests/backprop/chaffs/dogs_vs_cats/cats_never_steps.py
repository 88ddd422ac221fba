"""optimizer.step() is forgotten."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "no-parameter-trained"
BASE = "_training"
REPLACE = [("            optimizer.step()\n", "")]
