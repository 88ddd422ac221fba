"""The errors are left out."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors")
CODE = "missing-keys"
BASE = True
REPLACE = [
    ("return numbers", "return {name: value for name, value in numbers.items() if not name.startswith('delta')}"),
]
