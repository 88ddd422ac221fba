"""y − p: all signs are wrong."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "sign is wrong"
BASE = True
REPLACE = [("dscores /= N", "dscores /= -N")]
