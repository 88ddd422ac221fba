"""The mean of the absolute differences."""

CAUGHT_BY = ("test_largest_differences_fall_as_the_square_of_epsilon",)
CODE = "mean-of-differences"
BASE = True
REPLACE = [
    (
        "np.max(np.abs(finite_difference_gradients(net, x, y, 1 / n, p) - gradient))",
        "np.mean(np.abs(finite_difference_gradients(net, x, y, 1 / n, p) - gradient))",
    ),
]
