"""The number of right points."""

CAUGHT_BY = ("test_training_accuracy",)
SAYS = "a number of points"
BASE = True
REPLACE = [("return np.mean(predict(X) == y)", "return np.sum(predict(X) == y)")]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
