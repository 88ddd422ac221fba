"""A seed is set inside."""

CAUGHT_BY = ("test_every_call_starts_anew",)
SAYS = "leave seeds to the cell"
BASE = True
REPLACE = [
    ("def train_3_layer_network(H1=100, H2=100):", "def train_3_layer_network(H1=100, H2=100):\n    np.random.seed(0)"),
]
