"""The weights are updated on the way."""

CAUGHT_BY = ("test_arguments_of_modified_backprop_stay_as_they_are",)
CODE = "changed-in-place"
BASE = True
REPLACE = [
    (
        "dW = [np.outer(delta, a) for delta, a in zip(deltas, activations)]",
        "dW = [np.outer(delta, a) for delta, a in zip(deltas, activations)]\n"
        "    for W, change in zip(weights, dW):\n"
        "        W -= 0.1 * change",
    ),
]
