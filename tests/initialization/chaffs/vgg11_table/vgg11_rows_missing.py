"""The rows of the activations are left out."""

CAUGHT_BY = ("test_rows_are_those_of_the_sheet", "test_output_shapes_of_the_convolutional_part")
CODE = "rows-missing"
BASE = True
REPLACE = [('        rows.append(("ReLU", (height, width, channels), 0))\n', "")]
