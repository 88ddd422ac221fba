"""Normal means a standard deviation of 0.05."""

CAUGHT_BY = ("test_curves_lie_in_the_right_order",)
CODE = "normal-begins-low"
REPLACE = [
    (
        "fill(net, seed)",
        "fill(net, seed)\n"
        "        if scheme == 'normal':\n"
        "            set_parameters(net, [(0.05 * W, b) for W, b in get_parameters(net)])",
    ),
]
