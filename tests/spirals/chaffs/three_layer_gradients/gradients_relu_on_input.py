"""ReLU is applied to the input."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "the activation is applied to the input"
BASE = True
REPLACE = [("N = X.shape[0]", "N = X.shape[0]\n    X = np.maximum(0, X)")]
