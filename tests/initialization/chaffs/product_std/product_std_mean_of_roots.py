"""The root is taken in every repeat and the roots are averaged."""

CAUGHT_BY = ("test_averages_squares_over_fresh_draws",)
CODE = "roots-averaged"
BASE = True
REPLACE = [
    ("square += (y**2).mean().item() / repeats", "square += (y**2).mean().item() ** 0.5 / repeats"),
    ("return mean, square**0.5", "return mean, square"),
]
