"""A filter is taken to be 3×3, whatever the number of input channels."""

CAUGHT_BY = ("test_parameters_of_the_convolutions", "test_total_number_of_parameters")
CODE = "input-channels-forgotten"
BASE = True
REPLACE = [("parameters = filters * (9 * channels + 1)", "parameters = filters * (9 + 1)")]
