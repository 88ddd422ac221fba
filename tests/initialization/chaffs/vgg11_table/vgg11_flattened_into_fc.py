"""A fully connected layer is taken to keep the image of 7×7."""

CAUGHT_BY = ("test_output_shapes_of_the_fully_connected_part",)
CODE = "wrong-output-shapes"
BASE = True
REPLACE = [
    (
        'rows.append((f"FC-{units}", (units,), units * (inputs + 1)))',
        'rows.append((f"FC-{units}", (7, 7, units), units * (inputs + 1)))',
    ),
]
