"""The gradients of two layers of the same shape are swapped."""

CAUGHT_BY = ("test_gradients_of_square_layers",)
CODE = "gradients-swapped"
BASE = True
REPLACE = [
    (
        "return loss, gradients[::-1]",
        "found = gradients[::-1]\n"
        "    if found[0][0].shape == found[1][0].shape:\n"
        "        (A, a), (B, b) = found[0], found[1]\n"
        "        found = [(B, a), (A, b), *found[2:]]\n"
        "    return loss, found",
    ),
]
