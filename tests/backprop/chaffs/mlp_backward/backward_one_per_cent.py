"""One matrix is off by one per cent."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "scaled-by-a-constant"
BASE = True
REPLACE = [
    (
        "return loss, gradients[::-1]",
        "found = gradients[::-1]\n"
        "    found[1] = (1.01 * found[1][0], found[1][1])\n"
        "    return loss, found",
    ),
]
