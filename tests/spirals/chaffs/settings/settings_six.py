"""Six networks."""

CAUGHT_BY = ("test_three_to_five_settings",)
SAYS = "three to five are asked for"
BASE = True

SETTINGS = [{"H1": 8, "H2": 8}, {"H1": 9, "H2": 8}, {"H1": 8, "H2": 9}, {"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
