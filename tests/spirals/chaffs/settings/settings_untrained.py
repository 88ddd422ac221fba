"""predict uses weights that were never trained."""

CAUGHT_BY = ("test_one_network_learns_the_spiral",)
SAYS = "best training accuracy"
BASE = True
REPLACE = [
    (
        "parameters = train_3_layer_network(H1, H2)",
        "train_3_layer_network(H1, H2)\n"
        "    parameters = [np.random.randn(D, H1), np.zeros((1, H1)), np.random.randn(H1, H2), np.zeros((1, H2)), np.random.randn(H2, K), np.zeros((1, K))]",
    ),
]

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]
