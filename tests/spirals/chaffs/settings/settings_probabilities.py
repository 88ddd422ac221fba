"""predict returns probabilities."""

CAUGHT_BY = ("test_classes_of_points",)
SAYS = "class of each"
BASE = True
REPLACE = [
    ("return np.argmax(probabilities_of(points, *parameters), axis=1)", "return probabilities_of(points, *parameters)"),
]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
