"""The variance is taken around each product's own mean, divided by N."""

CAUGHT_BY = ("test_averages_squares_over_fresh_draws",)
CODE = "around-each-products-mean"
BASE = True
REPLACE = [("square += (y**2).mean().item() / repeats", "square += y.var(unbiased=False).item() / repeats")]
