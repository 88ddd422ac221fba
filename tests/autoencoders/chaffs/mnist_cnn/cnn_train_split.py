"""The training split is evaluated instead of the loader's images."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "other-images"
BASE = True
REPLACE = [("model.eval()", "model.eval()\n    loader = [load_mnist(train=True)]")]
