"""The network is left in training mode."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "matrix-in-training-mode"
BASE = True
REPLACE = [("model.eval()", "model.train()")]
