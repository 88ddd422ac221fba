"""The probabilities of a class are compared over the points."""

CAUGHT_BY = ("test_classes_of_points",)
SAYS = "depends on the other points"
BASE = True
REPLACE = [
    (
        "return np.argmax(probabilities_of(points, *parameters), axis=1)",
        "return np.argmax(probabilities_of(points, *parameters) / probabilities_of(points, *parameters).sum(axis=0), axis=1)",
    ),
]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
