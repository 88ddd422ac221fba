"""H2 is not handed on."""

CAUGHT_BY = ("test_settings_have_an_effect",)
SAYS = "lead to the same network"
BASE = True
REPLACE = [("parameters = train_3_layer_network(H1, H2)", "parameters = train_3_layer_network(H1)")]

SETTINGS = [{"H1": 30, "H2": 50}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
