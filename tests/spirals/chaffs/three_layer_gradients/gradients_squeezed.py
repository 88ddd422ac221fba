"""A single sample loses its axis."""

CAUGHT_BY = ("test_gradients_of_a_single_sample",)
SAYS = "failed"
BASE = True
REPLACE = [
    (
        "probs = e / np.sum(e, axis=1, keepdims=True)",
        "probs = e / np.sum(e, axis=1, keepdims=True)\n"
        "    probs = np.squeeze(probs)",
    ),
]
