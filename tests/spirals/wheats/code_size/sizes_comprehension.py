"""Three comprehensions over a dictionary of trained networks, numpy arrays as values."""

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    networks = {}
    for size in sorted(code_sizes):
        networks[size] = make_shallow(code_size=size)[0]
        train_autoencoder(networks[size], x_train, epochs=epochs, noise_factor=0.0)
    test = np.array([squared_error(networks[size], x_test, x_test) for size in code_sizes])
    train = np.array([squared_error(networks[size], x_train, x_train) for size in code_sizes])
    return {"test": test, "train": train, "code_size": np.array(code_sizes)}
