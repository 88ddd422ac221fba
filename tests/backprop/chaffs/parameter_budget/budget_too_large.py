"""The example sizes of the class skeleton are taken."""

CAUGHT_BY = ("test_network_keeps_to_the_budget",)
SAYS = "more than 1,000,000"

def choose_architecture():
    return 1024, 2048
