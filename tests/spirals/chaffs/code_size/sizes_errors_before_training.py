"""The errors are measured before the training."""

CAUGHT_BY = ("test_errors_are_those_of_the_networks", "test_errors_fall_with_the_size")
CODE = "errors-before-training"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    errors = {"code_size": list(code_sizes), "train": [], "test": []}
    for code_size in code_sizes:
        autoencoder, _ = make_shallow(code_size)
        errors["train"].append(squared_error(autoencoder, x_train, x_train))
        errors["test"].append(squared_error(autoencoder, x_test, x_test))
        train_autoencoder(autoencoder, x_train, epochs=epochs)
    return errors
