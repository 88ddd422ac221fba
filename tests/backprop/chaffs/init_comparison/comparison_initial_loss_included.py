"""The list begins with the loss before training."""

CAUGHT_BY = ("test_ten_losses_for_each_scheme",)
CODE = "wrong-shape"

def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    results = {}
    for scheme, fill in INITIALIZE.items():
        net = make_network(layer_sizes, activation)
        fill(net, seed)
        losses = train(net, x, y, epochs=epochs, learning_rate=learning_rate, batch_size=batch_size, seed=seed)
        results[scheme] = {"losses": [loss_and_gradients(net, x, y)[0], *losses], "network": net}
    return results
