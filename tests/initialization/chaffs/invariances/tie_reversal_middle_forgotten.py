"""Mirrored units, copied in pairs; the middle unit of an odd length keeps its filter."""

CAUGHT_BY = ("test_reversal_changes_nothing",)
CODE = "not-for-odd-lengths"

def tie_reversal(W1, W2):
    W1, W2 = W1.copy(), W2.copy()
    d = W2.shape[1]
    for k in range(d // 2):
        W1[:, d - 1 - k] = W1[:, k, :, ::-1]
        W2[:, d - 1 - k] = W2[:, k]
    return W1, W2
