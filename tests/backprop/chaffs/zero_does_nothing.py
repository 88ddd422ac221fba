"""A new network is zero already, so nothing is done."""

TASK = "init_zero"
CAUGHT_BY = ("test_everything_is_zero",)
SAYS = ""

def initialize_zero(net, seed):
    pass
