"""Zero means small random weights."""

CAUGHT_BY = ("test_zero_stays_at_the_class_prior",)
CODE = "zero-curve-too-low"

def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    results = {}
    for scheme, fill in INITIALIZE.items():
        net = make_network(layer_sizes, activation)
        (initialize_normal if scheme == 'zero' else fill)(net, seed)
        if scheme == 'zero':
            set_parameters(net, [(0.1 * W, b) for W, b in get_parameters(net)])
        losses = train(net, x, y, epochs=epochs, learning_rate=learning_rate, batch_size=batch_size, seed=seed)
        results[scheme] = {"losses": losses, "network": net}
    return results
