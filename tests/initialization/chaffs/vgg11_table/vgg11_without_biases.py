"""No biases anywhere."""

CAUGHT_BY = ("test_parameters_of_the_convolutions", "test_parameters_of_the_fully_connected_layers", "test_total_number_of_parameters")
CODE = "biases-not-counted"
BASE = True
REPLACE = [
    ("parameters = filters * (9 * channels + 1)", "parameters = filters * 9 * channels"),
    (
        'rows.append((f"FC-{units}", (units,), units * (inputs + 1)))',
        'rows.append((f"FC-{units}", (units,), units * inputs))',
    ),
]
