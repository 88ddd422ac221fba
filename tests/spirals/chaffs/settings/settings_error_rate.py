"""The fraction of wrong points."""

CAUGHT_BY = ("test_training_accuracy",)
SAYS = "that are wrong"
BASE = True
REPLACE = [("return np.mean(predict(X) == y)", "return np.mean(predict(X) != y)")]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
