"""A parameter for every activation."""

CAUGHT_BY = ("test_other_rows_have_no_parameters",)
CODE = "layers-without-parameters"
BASE = True
REPLACE = [
    (
        'rows.append(("ReLU", (height, width, channels), 0))',
        'rows.append(("ReLU", (height, width, channels), channels))',
    ),
]
