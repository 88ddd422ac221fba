"""The std of every product is taken and the stds are averaged."""

CAUGHT_BY = ("test_averages_squares_over_fresh_draws",)
CODE = "around-each-products-mean"
BASE = True
REPLACE = [
    ("square += (y**2).mean().item() / repeats", "square += y.std().item() / repeats"),
    ("return mean, square**0.5", "return mean, square"),
]
