"""ReLU has the derivative 1 at 0."""

CAUGHT_BY = ("test_units_at_the_kink_pass_nothing_down",)
SAYS = "derivative of ReLU at 0 is taken as 1"
BASE = True
REPLACE = [
    ("dh2[h2 <= 0] = 0", "dh2[a2 < 0] = 0"),
    ("dh1[h1 <= 0] = 0", "dh1[a1 < 0] = 0"),
]
