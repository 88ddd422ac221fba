"""The losses are rounded to three digits."""

CAUGHT_BY = ("test_rounding_takes_over_for_large_n", "test_central_differences_in_the_first_layer", "test_largest_differences_fall_as_the_square_of_epsilon")
CODE = "far-above-rounding"
BASE = True
REPLACE = [("up - down", "round(up, 3) - round(down, 3)")]
