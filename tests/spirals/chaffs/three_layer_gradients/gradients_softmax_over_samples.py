"""The softmax runs over the samples."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "over the samples instead of the classes"
BASE = True
REPLACE = [
    (
        "e = np.exp(scores - np.max(scores, axis=1, keepdims=True))",
        "e = np.exp(scores - np.max(scores, axis=0, keepdims=True))",
    ),
    ("probs = e / np.sum(e, axis=1, keepdims=True)", "probs = e / np.sum(e, axis=0, keepdims=True)"),
]
