"""Two networks only."""

CAUGHT_BY = ("test_three_to_five_settings",)
CODE = "wrong-number-of-settings"
BASE = True

SETTINGS = [{"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
