"""The errors are measured on noisy inputs."""

CAUGHT_BY = ("test_errors_are_those_of_the_networks",)
CODE = "errors-on-noisy-inputs"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    errors = {"code_size": list(code_sizes), "train": [], "test": []}
    for code_size in code_sizes:
        autoencoder, _ = make_shallow(code_size)
        train_autoencoder(autoencoder, x_train, epochs=epochs)
        errors["train"].append(squared_error(autoencoder, add_noise(x_train), x_train))
        errors["test"].append(squared_error(autoencoder, add_noise(x_test), x_test))
    return errors
