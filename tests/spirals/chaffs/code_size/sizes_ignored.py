"""Every network has the default code."""

CAUGHT_BY = ("test_every_size_has_its_own_network", "test_errors_fall_with_the_size")
CODE = "code-size-not-passed-on"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    errors = {"code_size": list(code_sizes), "train": [], "test": []}
    for code_size in code_sizes:
        autoencoder, _ = make_shallow()
        train_autoencoder(autoencoder, x_train, epochs=epochs)
        errors["train"].append(squared_error(autoencoder, x_train, x_train))
        errors["test"].append(squared_error(autoencoder, x_test, x_test))
    return errors
