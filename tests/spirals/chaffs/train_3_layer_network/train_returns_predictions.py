"""The predicted classes are returned."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "returns a"
BASE = True
REPLACE = [("return W1, b1, W2, b2, W3, b3", "return np.argmax(scores, axis=1)")]
