"""The error is cut off where it is negative itself."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "at the incoming error"
BASE = True
REPLACE = [
    ("dh2[h2 <= 0] = 0", "dh2[dh2 <= 0] = 0"),
    ("dh1[h1 <= 0] = 0", "dh1[dh1 <= 0] = 0"),
]
