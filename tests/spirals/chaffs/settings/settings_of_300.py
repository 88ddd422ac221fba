"""The number of right points divided by 300."""

CAUGHT_BY = ("test_training_accuracy",)
SAYS = "counted as 300"
BASE = True
REPLACE = [("return np.mean(predict(X) == y)", "return np.sum(predict(X) == y) / 300")]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
