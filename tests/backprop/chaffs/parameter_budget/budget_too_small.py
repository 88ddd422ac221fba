"""A network that is too small."""

CAUGHT_BY = ("test_network_keeps_to_the_budget",)
CODE = "too-few-parameters"

def choose_architecture():
    return 256, 128
