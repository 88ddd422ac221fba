"""The optimiser has the encoder's parameters only."""

CAUGHT_BY = ("test_training",)
CODE = "parameters-not-trained"
BASE = "_training"
REPLACE = [("model.parameters()", "model[0].parameters()")]
