"""A network that is too small."""

CAUGHT_BY = ("test_network_keeps_to_the_budget",)
SAYS = "fewer than 500,000"

def choose_architecture():
    return 256, 128
