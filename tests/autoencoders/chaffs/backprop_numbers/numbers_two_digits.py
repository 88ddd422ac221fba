"""Rounded to two significant digits."""

CAUGHT_BY = ("test_output_errors", "test_output_weights", "test_hidden_weights")
CODE = "not-exact-enough"
BASE = True
REPLACE = [("return numbers", "return {name: float(f'{value:.2g}') for name, value in numbers.items()}")]
