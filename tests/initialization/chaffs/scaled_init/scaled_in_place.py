"""The given matrices are divided in place."""

CAUGHT_BY = ("test_leaves_the_given_weights_alone",)
SAYS = "in place"

import math


def scaled_statistics(x, layers):
    for a in layers:
        a /= math.sqrt(a.shape[1])
        x = a @ x
    return x.mean().item(), x.std().item()
