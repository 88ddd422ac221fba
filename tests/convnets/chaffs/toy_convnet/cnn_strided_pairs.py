"""Entries 0 and 2, 1 and 3 are pooled."""

CAUGHT_BY = ("test_forward_values",)
CODE = "strided-pairs"
BASE = "_forward"
REPLACE = [("(len(x), 4, 2)", "(len(x), 2, 2, 2).swapaxes(2, 3).reshape(len(x), 4, 2)")]
