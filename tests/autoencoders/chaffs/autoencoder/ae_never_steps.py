"""The optimiser never takes a step."""

CAUGHT_BY = ("test_training",)
CODE = "no-optimiser"
BASE = "_training"
REPLACE = [("            optimizer.step()\n", "")]
