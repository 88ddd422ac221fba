"""Every second point is looked at."""

CAUGHT_BY = ("test_training_accuracy",)
SAYS = "the training accuracy is wrong"
BASE = True
REPLACE = [("return np.mean(predict(X) == y)", "return np.mean(predict(X[::2]) == y[::2])")]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
