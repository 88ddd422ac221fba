"""Only the linear layers are given to the optimiser."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "part-not-trained"
BASE = True
REPLACE = [("model.parameters()", "list(model.parameters())[4:]")]
