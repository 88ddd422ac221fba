"""A kind that is not on the list."""

CAUGHT_BY = ("test_declaration", "test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "unknown-kind"
REPLACE = [('CORRUPTION["std"]', "0.2")]

CORRUPTION = {"kind": "noise", "std": 0.2}
