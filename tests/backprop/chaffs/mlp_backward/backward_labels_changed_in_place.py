"""The labels are counted from 1 in the caller's array and back."""

CAUGHT_BY = ("test_arguments_stay_as_they_are",)
CODE = "changed-in-place"
BASE = True
REPLACE = [
    (
        "error = error * slope(net, layer, error)",
        "error = error * slope(net, layer, error)\n"
        "    y -= y.min()\n"
        "    y[0] = y[0] + 1",
    ),
]
