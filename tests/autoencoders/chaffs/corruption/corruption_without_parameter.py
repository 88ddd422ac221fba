"""The parameter is not declared."""

CAUGHT_BY = ("test_declaration", "test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "missing-keys"
REPLACE = [('CORRUPTION["std"]', "0.2")]

CORRUPTION = {"kind": "gaussian"}
