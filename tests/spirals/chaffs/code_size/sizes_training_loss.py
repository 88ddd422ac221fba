"""The last training loss stands for the training error."""

CAUGHT_BY = ("test_errors_are_those_of_the_networks",)
CODE = "errors-are-losses"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    errors = {"code_size": list(code_sizes), "train": [], "test": []}
    for code_size in code_sizes:
        autoencoder, _ = make_shallow(code_size)
        losses = train_autoencoder(autoencoder, x_train, epochs=epochs)
        errors["train"].append(losses[-1])
        errors["test"].append(squared_error(autoencoder, x_test, x_test))
    return errors
