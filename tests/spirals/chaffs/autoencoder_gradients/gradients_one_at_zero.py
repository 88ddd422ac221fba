"""The derivative of ReLU at 0 is 1."""

CAUGHT_BY = ("test_derivative_of_relu_at_zero",)
SAYS = "derivative of ReLU at 0 is taken as 1"
REPLACE = [
    ("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = 2 * (output - X) / len(X) * (z2 >= 0)"),
    ("dz1 = dz2 @ W2 * (z1 > 0)", "dz1 = dz2 @ W2 * (z1 >= 0)"),
]
