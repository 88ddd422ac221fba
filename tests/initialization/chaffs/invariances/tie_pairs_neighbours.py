"""The pairs are taken to be rows 0 and 1, and rows 2 and 3."""

CAUGHT_BY = ("test_partner_bases_change_nothing",)
CODE = "neighbour-bases-tied"

def tie_pairs(W1, W2):
    return (W1 + W1[:, :, [1, 0, 3, 2]]) / 2, W2.copy()
