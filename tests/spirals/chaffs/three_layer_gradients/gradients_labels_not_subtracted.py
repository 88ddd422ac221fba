"""p is used in place of p − y."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "the labels are not subtracted"
BASE = True
REPLACE = [("    dscores[np.arange(N), y] -= 1\n", "")]
