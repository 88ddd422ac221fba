"""predict returns one class for all points together."""

CAUGHT_BY = ("test_classes_of_points",)
CODE = "wrong-shape"
BASE = True
REPLACE = [
    (
        "return np.argmax(probabilities_of(points, *parameters), axis=1)",
        "return np.argmax(probabilities_of(points, *parameters))",
    ),
]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
