"""The rows are mirrored instead of the places."""

CAUGHT_BY = ("test_reversal_changes_nothing",)
SAYS = "the bases are tied, not the places"

def tie_reversal(W1, W2):
    return (W1 + W1[:, :, ::-1, :]) / 2, W2.copy()
