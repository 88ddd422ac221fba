"""The accuracy in per cent."""

CAUGHT_BY = ("test_training_accuracy",)
SAYS = "in per cent"
BASE = True
REPLACE = [("return np.mean(predict(X) == y)", "return 100 * np.mean(predict(X) == y)")]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
