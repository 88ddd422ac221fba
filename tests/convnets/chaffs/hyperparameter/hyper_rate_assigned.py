"""The learning rate of one network's optimiser is changed."""

CAUGHT_BY = ("test_every_value_has_a_new_network",)
CODE = "network-shared"
REPLACE = [
    ("histories = []", "network, histories = make_mlp(), []"),
    ("network = make_mlp(learning_rate=value)", "network.optimizer.learning_rate = value"),
]
