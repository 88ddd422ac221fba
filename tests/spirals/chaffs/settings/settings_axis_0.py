"""argmax over the points."""

CAUGHT_BY = ("test_classes_of_points",)
SAYS = "expected (1600,)"
BASE = True
REPLACE = [
    (
        "return np.argmax(probabilities_of(points, *parameters), axis=1)",
        "return np.argmax(probabilities_of(points, *parameters), axis=0)",
    ),
]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
