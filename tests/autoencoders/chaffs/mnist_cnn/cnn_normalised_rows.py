"""Fractions of each true class instead of counts."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "rows-normalised"
BASE = True
REPLACE = [("return counts", "return counts / counts.sum(1, keepdim=True)")]
