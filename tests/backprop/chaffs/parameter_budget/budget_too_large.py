"""The example sizes of the class skeleton are taken."""

CAUGHT_BY = ("test_network_keeps_to_the_budget",)
CODE = "too-many-parameters"

def choose_architecture():
    return 1024, 2048
