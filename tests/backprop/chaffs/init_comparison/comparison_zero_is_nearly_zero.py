"""Zero means small random weights."""

CAUGHT_BY = ("test_zero_stays_at_the_class_prior",)
CODE = "zero-curve-too-low"
REPLACE = [
    (
        "fill(net, seed)",
        "(initialize_normal if scheme == 'zero' else fill)(net, seed)\n"
        "        if scheme == 'zero':\n"
        "            set_parameters(net, [(0.1 * W, b) for W, b in get_parameters(net)])",
    ),
]
