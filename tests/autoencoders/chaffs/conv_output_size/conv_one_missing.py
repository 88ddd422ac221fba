"""1 is forgotten."""

CAUGHT_BY = ("test_sizes_that_come_out_even", "test_sizes_that_are_rounded_down", "test_defaults_and_names_of_arguments", "test_four_answers")
CODE = "one-missing"
REPLACE = [("stride + 1", "stride")]
