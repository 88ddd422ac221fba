"""A setting whose entry is not used."""

CAUGHT_BY = ("test_settings_have_an_effect",)
SAYS = "lead to the same network"
BASE = True
REPLACE = [("def train_setting(H1, H2):", "def train_setting(H1, H2, reg=0.0):")]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 50, "H2": 50, "reg": 0.1}, {"H1": 50, "H2": 50}]
