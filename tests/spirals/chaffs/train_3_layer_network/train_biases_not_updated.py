"""The biases stay where they were."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "all its entries are zero"
BASE = True
REPLACE = [
    ("        b1 += -step_size * db1\n", ""),
    ("        b2 += -step_size * db2\n", ""),
    ("        b3 += -step_size * db3\n", ""),
]
