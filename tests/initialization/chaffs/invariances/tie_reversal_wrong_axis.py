"""The rows are mirrored instead of the places."""

CAUGHT_BY = ("test_reversal_changes_nothing",)
CODE = "bases-tied"

def tie_reversal(W1, W2):
    return (W1 + W1[:, :, ::-1, :]) / 2, W2.copy()
