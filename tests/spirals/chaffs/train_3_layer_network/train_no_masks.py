"""Both ReLU masks are forgotten."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "(for ReLU: the mask) is missing"
BASE = True
REPLACE = [
    ("        dh2[h2 <= 0] = 0\n", ""),
    ("        dh1[h1 <= 0] = 0\n", ""),
]
