"""Each curve is returned under the name of another scheme."""

CAUGHT_BY = ("test_zero_stays_at_the_class_prior", "test_curves_lie_in_the_right_order")
CODE = "zero-curve-too-low"

def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    results = {}
    for scheme, fill in INITIALIZE.items():
        net = make_network(layer_sizes, activation)
        fill(net, seed)
        losses = train(net, x, y, epochs=epochs, learning_rate=learning_rate, batch_size=batch_size, seed=seed)
        results[{'zero': 'glorot', 'normal': 'zero', 'glorot': 'normal'}[scheme]] = {"losses": losses, "network": net}
    return results
