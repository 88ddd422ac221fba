"""The inputs are normalised in place."""

CAUGHT_BY = ("test_data_stay_as_they_are",)
CODE = "changed-in-place"
BASE = True
REPLACE = [
    (
        "w = np.zeros(4)",
        "w = np.zeros(4)\n"
        '    mean = X["train"].mean(axis=0)\n'
        '    X["train"] -= mean\n'
        '    X["test"] -= mean',
    ),
]
