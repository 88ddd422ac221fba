"""The sizes are sorted."""

CAUGHT_BY = ("test_result_has_an_error_for_every_size",)
CODE = "sizes-sorted"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    errors = {"code_size": sorted(code_sizes), "train": [], "test": []}
    for code_size in sorted(code_sizes):
        autoencoder, _ = make_shallow(code_size)
        train_autoencoder(autoencoder, x_train, epochs=epochs)
        errors["train"].append(squared_error(autoencoder, x_train, x_train))
        errors["test"].append(squared_error(autoencoder, x_test, x_test))
    return errors
