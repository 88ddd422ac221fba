"""The padding counts on one side."""

CAUGHT_BY = ("test_sizes_that_come_out_even", "test_sizes_that_are_rounded_down", "test_defaults_and_names_of_arguments", "test_four_answers")
CODE = "several-mistakes-fit"
REPLACE = [("2 * padding", "padding")]
