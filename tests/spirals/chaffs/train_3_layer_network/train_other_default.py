"""The default of H2 is 50."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "has shape"
BASE = True
REPLACE = [("def train_3_layer_network(H1=100, H2=100):", "def train_3_layer_network(H1=100, H2=50):")]
