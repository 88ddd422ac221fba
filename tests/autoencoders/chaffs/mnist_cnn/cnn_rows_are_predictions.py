"""Rows are predicted classes."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "rows-and-columns-swapped"
BASE = True
REPLACE = [("counts[label, guess] += 1", "counts[guess, label] += 1")]
