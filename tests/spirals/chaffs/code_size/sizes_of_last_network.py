"""All errors are measured after the loop, with the last network."""

CAUGHT_BY = ("test_errors_are_those_of_the_networks", "test_errors_fall_with_the_size")
CODE = "errors-of-last-size"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    for code_size in code_sizes:
        autoencoder, _ = make_shallow(code_size)
        train_autoencoder(autoencoder, x_train, epochs=epochs)
    train = [squared_error(autoencoder, x_train, x_train) for _ in code_sizes]
    test = [squared_error(autoencoder, x_test, x_test) for _ in code_sizes]
    return {"code_size": code_sizes, "train": train, "test": test}
