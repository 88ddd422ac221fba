"""The declaration is a sentence."""

CAUGHT_BY = ("test_declaration", "test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "wrong-kind"
REPLACE = [('CORRUPTION["std"]', "0.2")]

CORRUPTION = "gaussian noise with std 0.2"
