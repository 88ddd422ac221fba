"""H1 and H2 are swapped."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "H1 and H2 are swapped"
BASE = True
REPLACE = [
    ("def train_3_layer_network(H1=100, H2=100):", "def train_3_layer_network(H2=100, H1=100):\n    H1, H2 = H2, H1"),
]
