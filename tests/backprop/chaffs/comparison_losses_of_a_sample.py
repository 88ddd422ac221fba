"""The losses are those of the first sample."""

TASK = "init_comparison"
CAUGHT_BY = ("test_losses_are_averages_over_all_of_the_training_data", "test_zero_stays_at_the_class_prior")
SAYS = ""

def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    results = {}
    for scheme, fill in INITIALIZE.items():
        net = make_network(layer_sizes, activation)
        fill(net, seed)
        losses = []
        for epoch in range(epochs):
            train(net, x, y, epochs=1, learning_rate=learning_rate, batch_size=batch_size, seed=seed + epoch)
            losses.append(loss_and_gradients(net, x[:1], y[:1])[0])
        results[scheme] = {"losses": losses, "network": net}
    return results
