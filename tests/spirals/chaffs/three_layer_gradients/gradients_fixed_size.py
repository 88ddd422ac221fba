"""The sum is divided by 300, the size of the spiral."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "too small"
BASE = True
REPLACE = [("dscores /= N", "dscores /= 300")]
