"""Returns tuples of losses and goes on from new networks each time."""

def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    def run(start):
        network = make_network(layer_sizes, activation)
        start(network, seed)
        losses = train(network, x, y, epochs=epochs, learning_rate=learning_rate, batch_size=batch_size, seed=seed)
        return {"losses": tuple(losses), "network": network, "learning_rate": learning_rate}

    return {"zero": run(initialize_zero), "normal": run(initialize_normal), "glorot": run(initialize_glorot)}
