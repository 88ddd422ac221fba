"""Keras' mse, averaged over the pixels."""

CAUGHT_BY = ("test_errors_are_those_of_the_networks",)
CODE = "errors-mean-over-pixels"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    errors = {"code_size": list(code_sizes), "train": [], "test": []}
    for code_size in code_sizes:
        autoencoder, _ = make_shallow(code_size)
        train_autoencoder(autoencoder, x_train, epochs=epochs)
        errors["train"].append(np.mean((autoencoder.predict(x_train, verbose=0) - x_train) ** 2))
        errors["test"].append(np.mean((autoencoder.predict(x_test, verbose=0) - x_test) ** 2))
    return errors
