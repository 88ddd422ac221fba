"""The same network is trained for all three schemes, one after another."""

CAUGHT_BY = ("test_losses_are_averages_over_all_of_the_training_data",)
CODE = "number-off"

def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    results = {}
    net = make_network(layer_sizes, activation)
    for scheme, fill in INITIALIZE.items():
        fill(net, seed)
        losses = train(net, x, y, epochs=epochs, learning_rate=learning_rate, batch_size=batch_size, seed=seed)
        results[scheme] = {"losses": losses, "network": net}
    return results
