"""Two networks only."""

CAUGHT_BY = ("test_three_to_five_settings",)
SAYS = "three to five are asked for"
BASE = True

SETTINGS = [{"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
