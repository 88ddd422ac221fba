"""The loss is a sum over the samples, not a mean."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "a sum instead of a mean"
BASE = True
REPLACE = [("    dscores /= N\n", "")]
