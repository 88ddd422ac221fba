"""The activation is overwritten."""

CAUGHT_BY = ("test_arguments_stay_as_they_are",)
CODE = "changed-in-place"
REPLACE = [
    (
        "return upstream * activation * (1 - activation)",
        "activation *= 1 - activation\n"
        "    return activation * upstream",
    ),
]
