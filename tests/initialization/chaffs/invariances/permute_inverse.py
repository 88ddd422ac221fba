"""Old unit u becomes new unit order[u]."""

CAUGHT_BY = ("test_units_come_in_the_order_asked_for",)
CODE = "order-inverted"

import numpy as np


def permute_units(W1, W2, order):
    new_W1, new_W2 = np.empty((W2.size, W2.size)), np.empty(W2.size)
    new_W1[order], new_W2[order] = W1.reshape(W2.size, -1), W2.ravel()
    return new_W1.reshape(W1.shape), new_W2.reshape(W2.shape)
