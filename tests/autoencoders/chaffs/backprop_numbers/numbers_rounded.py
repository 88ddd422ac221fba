"""Rounded to two decimals."""

CAUGHT_BY = ("test_hidden_weights",)
CODE = "numbers-wrong"
BASE = True
REPLACE = [("return numbers", "return {name: round(value, 2) for name, value in numbers.items()}")]
