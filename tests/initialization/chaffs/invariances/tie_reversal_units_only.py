"""Only the outgoing weights are made symmetric."""

CAUGHT_BY = ("test_reversal_changes_nothing",)
CODE = "not-invariant"

def tie_reversal(W1, W2):
    return W1.copy(), (W2 + W2[:, ::-1]) / 2
