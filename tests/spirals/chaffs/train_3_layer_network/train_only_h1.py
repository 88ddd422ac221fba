"""The second hidden layer is as wide as the first."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "has shape"
BASE = True
REPLACE = [("def train_3_layer_network(H1=100, H2=100):", "def train_3_layer_network(H1=100, H2=100):\n    H2 = H1")]
