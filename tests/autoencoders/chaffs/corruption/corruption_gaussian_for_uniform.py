"""Gaussian noise is declared as uniform."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "normal-instead-of-uniform"
REPLACE = [('CORRUPTION["std"]', "0.5")]

CORRUPTION = {"kind": "uniform", "width": 0.5}
