"""The convolutions are taken to have no padding."""

CAUGHT_BY = ("test_output_shapes_of_the_convolutional_part", "test_parameters_of_the_fully_connected_layers", "test_total_number_of_parameters")
CODE = "no-padding"
BASE = True
REPLACE = [
    (
        "parameters = filters * (9 * channels + 1)",
        "parameters = filters * (9 * channels + 1)\n"
        "        height, width = height - 2, width - 2",
    ),
]
