"""The sum is divided by 300, the size of the spiral."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
CODE = "scaled-by-a-constant"
BASE = True
REPLACE = [("dscores /= N", "dscores /= 300")]
