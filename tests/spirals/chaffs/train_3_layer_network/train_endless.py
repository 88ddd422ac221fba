"""A loop that ends only when the loss is 0."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "endless loop"
BASE = True
REPLACE = [("for i in range(20000):", "i, loss = 0, 1.0\n    while loss > 0:")]
