"""The caller's arrays are shuffled."""

CAUGHT_BY = ("test_training_leaves_the_data_alone_and_repeats",)
CODE = "changed-in-place"
BASE = True
REPLACE = [
    (
        "order = rng.permutation(len(x))",
        "order = rng.permutation(len(x))\n"
        "        x[:], y[:] = x[order], y[order]\n"
        "        order = np.arange(len(x))",
    ),
]
