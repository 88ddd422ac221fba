"""L(θ + ε) − L(θ)."""

CAUGHT_BY = ("test_central_differences_in_the_first_layer",)
CODE = "one-sided-difference"
BASE = True
REPLACE = [
    ("weight[i, j] = value - epsilon", "weight[i, j] = value"),
    ("found.append((up - down) / (2 * epsilon))", "found.append((up - down) / epsilon)"),
]
