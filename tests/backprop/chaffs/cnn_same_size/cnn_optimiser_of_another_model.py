"""The optimiser holds the parameters of another network."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "no-parameter-trained"
BASE = True
REPLACE = [("model.parameters()", "make_cnn().parameters()")]
