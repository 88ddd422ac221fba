"""The difference is divided by ε instead of 2ε."""

CAUGHT_BY = ("test_central_differences_in_the_first_layer",)
CODE = "divided-by-epsilon"
BASE = True
REPLACE = [("found.append((up - down) / (2 * epsilon))", "found.append((up - down) / epsilon)")]
