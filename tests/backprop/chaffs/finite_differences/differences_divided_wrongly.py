"""The quotient is written as / 2 * epsilon, which multiplies by ε."""

CAUGHT_BY = ("test_central_differences_in_the_first_layer",)
CODE = "multiplied-by-epsilon"
BASE = True
REPLACE = [("found.append((up - down) / (2 * epsilon))", "found.append((up - down) / 2 * epsilon)")]
