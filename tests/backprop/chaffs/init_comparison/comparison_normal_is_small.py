"""Normal means a standard deviation of 0.05."""

CAUGHT_BY = ("test_curves_lie_in_the_right_order",)
CODE = "normal-begins-low"

def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    results = {}
    for scheme, fill in INITIALIZE.items():
        net = make_network(layer_sizes, activation)
        fill(net, seed)
        if scheme == 'normal':
            set_parameters(net, [(0.05 * W, b) for W, b in get_parameters(net)])
        losses = train(net, x, y, epochs=epochs, learning_rate=learning_rate, batch_size=batch_size, seed=seed)
        results[scheme] = {"losses": losses, "network": net}
    return results
