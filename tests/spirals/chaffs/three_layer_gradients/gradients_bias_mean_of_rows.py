"""The rows, which are divided by N already, are averaged for the biases."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "the bias gradients are divided by the batch size twice"
BASE = True
REPLACE = [
    ("db3 = np.sum(dscores, axis=0, keepdims=True)", "db3 = np.mean(dscores, axis=0, keepdims=True)"),
    ("db2 = np.sum(dh2, axis=0, keepdims=True)", "db2 = np.mean(dh2, axis=0, keepdims=True)"),
    ("db1 = np.sum(dh1, axis=0, keepdims=True)", "db1 = np.mean(dh1, axis=0, keepdims=True)"),
]
