"""The accuracy on a copy of the data that was made when the cell ran."""

CAUGHT_BY = ("test_training_accuracy",)
CODE = "all-zeros"
BASE = True
REPLACE = [("return np.mean(predict(X) == y)", "return np.mean(predict(points) == classes)")]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
points, classes = X.copy(), y.copy()
