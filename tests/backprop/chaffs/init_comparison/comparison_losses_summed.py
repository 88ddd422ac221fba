"""The losses are sums over the samples."""

CAUGHT_BY = ("test_losses_are_averages_over_all_of_the_training_data",)
CODE = "loss-summed"

def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    results = {}
    for scheme, fill in INITIALIZE.items():
        net = make_network(layer_sizes, activation)
        fill(net, seed)
        losses = train(net, x, y, epochs=epochs, learning_rate=learning_rate, batch_size=batch_size, seed=seed)
        results[scheme] = {"losses": [loss * len(x) for loss in losses], "network": net}
    return results
