"""A dictionary with the history is returned."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "losses-no-list"
BASE = "_training"
REPLACE = [("return losses", 'return {"loss": losses}')]
