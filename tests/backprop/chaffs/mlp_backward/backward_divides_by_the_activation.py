"""ReLU's mask is made by dividing, which fails at zero."""

CAUGHT_BY = ("test_a_unit_at_exactly_zero",)
CODE = "not-finite-entries"
BASE = True
REPLACE = [
    (
        "return layer > 0",
        "with np.errstate(all='ignore'):\n"
        "            z = net.layers[[l is layer for l in net.layers].index(True) - 1] @ net.weights[[l is layer for l in net.layers].index(True) - 1]\n"
        "            z = z + net.biases[[l is layer for l in net.layers].index(True) - 1]\n"
        "            return layer / z",
    ),
]
