"""The filters are permuted, the outgoing weights stay."""

CAUGHT_BY = ("test_permuted_units_keep_the_function", "test_units_come_in_the_order_asked_for")
CODE = "outgoing-did-not-move"

def permute_units(W1, W2, order):
    return W1.reshape(W2.size, -1)[order].reshape(W1.shape), W2.copy()
