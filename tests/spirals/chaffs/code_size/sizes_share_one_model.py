"""One model for all sizes, trained further and further."""

CAUGHT_BY = ("test_every_size_has_its_own_network",)
CODE = "shared-network"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    errors = {"code_size": list(code_sizes), "train": [], "test": []}
    autoencoder, _ = make_shallow(code_sizes[0])
    for code_size in code_sizes:
        train_autoencoder(autoencoder, x_train, epochs=epochs)
        errors["train"].append(squared_error(autoencoder, x_train, x_train))
        errors["test"].append(squared_error(autoencoder, x_test, x_test))
    return errors
