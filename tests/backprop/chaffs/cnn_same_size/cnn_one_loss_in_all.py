"""Only the last loss is returned."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "losses-no-list"
BASE = True
REPLACE = [("return losses", "return losses[-1]")]
