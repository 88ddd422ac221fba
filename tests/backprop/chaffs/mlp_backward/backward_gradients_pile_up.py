"""The gradients of all calls are summed in the network."""

CAUGHT_BY = ("test_gradients_do_not_pile_up",)
CODE = "gradients-pile-up"
BASE = True
REPLACE = [
    (
        "return loss, gradients[::-1]",
        "found = gradients[::-1]\n"
        "    old = getattr(net, 'sums', [(0, 0)] * len(found))\n"
        "    net.sums = [(A + B, a + b) for (A, a), (B, b) in zip(old, found)]\n"
        "    return loss, net.sums",
    ),
]
