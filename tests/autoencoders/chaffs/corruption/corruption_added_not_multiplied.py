"""Multiplicative noise that is added."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "added-not-multiplied"
REPLACE = [('CORRUPTION["std"]', "0.3")]

CORRUPTION = {"kind": "multiplicative", "std": 0.3}
