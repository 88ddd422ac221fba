"""Three numbers in the code."""

CAUGHT_BY = ("test_four_linear_layers_down_and_four_up", "test_nothing_is_applied_to_the_code",)
CODE = "no-code-of-two"
BASE = "_network"
REPLACE = [
    ("(30, 2)", "(30, 3)"),
    ("(2, 30)", "(3, 30)"),
]
