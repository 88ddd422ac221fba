"""The absolute value of the largest signed difference."""

CAUGHT_BY = ("test_largest_differences_fall_as_the_square_of_epsilon",)
CODE = "absolute-value-missing"
BASE = True
REPLACE = [
    (
        "np.max(np.abs(finite_difference_gradients(net, x, y, 1 / n, p) - gradient))",
        "np.abs(np.max(finite_difference_gradients(net, x, y, 1 / n, p) - gradient))",
    ),
]
