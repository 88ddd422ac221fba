"""One setting is there twice."""

CAUGHT_BY = ("test_three_to_five_settings", "test_settings_have_an_effect")
SAYS = "are the same"
BASE = True

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H2": 10, "H1": 30}, {"H1": 50, "H2": 50}]
