"""No network can draw the spiral."""

CAUGHT_BY = ("test_one_network_learns_the_spiral",)
SAYS = "best training accuracy"
BASE = True

SETTINGS = [{"H1": 1, "H2": 1}, {"H1": 1, "H2": 2}, {"H1": 2, "H2": 1}]
