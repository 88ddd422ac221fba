"""Fractions of all images instead of counts."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "divided-by-images"
BASE = True
REPLACE = [("return counts", "return counts / counts.sum()")]
