"""Classes are counted from 1."""

CAUGHT_BY = ("test_classes_of_points",)
SAYS = "other values than the classes 0, 1 and 2"
BASE = True
REPLACE = [
    (
        "return np.argmax(probabilities_of(points, *parameters), axis=1)",
        "return np.argmax(probabilities_of(points, *parameters), axis=1) + 1",
    ),
]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
