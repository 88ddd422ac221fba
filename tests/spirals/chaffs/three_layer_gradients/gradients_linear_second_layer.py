"""The second hidden layer has no ReLU."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "ReLU of the second hidden layer is missing"
BASE = True
REPLACE = [
    ("h2 = np.maximum(0, a2)", "h2 = a2"),
    ("    dh2[h2 <= 0] = 0\n", ""),
]
