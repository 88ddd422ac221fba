"""x is overwritten on the way."""

CAUGHT_BY = ("test_arguments_of_linear_backprop_stay_as_they_are",)
CODE = "changed-in-place"
BASE = True
REPLACE = [
    (
        "db = [delta.sum(axis=0) / n for delta in deltas]",
        "db = [delta.sum(axis=0) / n for delta in deltas]\n"
        "    x -= x.mean(axis=0)",
    ),
]
