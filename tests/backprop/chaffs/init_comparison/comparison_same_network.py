"""The same network is trained for all three schemes, one after another."""

CAUGHT_BY = ("test_losses_are_averages_over_all_of_the_training_data",)
CODE = "number-off"
REPLACE = [
    ("results = {}", "results = {}\n    net = make_network(layer_sizes, activation)"),
    ("        net = make_network(layer_sizes, activation)\n", ""),
]
