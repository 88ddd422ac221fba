"""A new network is zero already, so nothing is done."""

CAUGHT_BY = ("test_everything_is_zero",)
CODE = "bias-not-zero"

def initialize_zero(net, seed):
    pass
