"""L(θ − ε) − L(θ + ε)."""

CAUGHT_BY = ("test_central_differences_in_the_first_layer",)
CODE = "wrong-sign"
BASE = True
REPLACE = [("found.append((up - down) / (2 * epsilon))", "found.append((down - up) / (2 * epsilon))")]
