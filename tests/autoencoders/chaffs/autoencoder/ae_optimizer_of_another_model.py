"""The optimiser is bound to another network."""

CAUGHT_BY = ("test_training",)
CODE = "parameters-not-trained"
BASE = "_training"
REPLACE = [("model.parameters()", "make_autoencoder().parameters()")]
