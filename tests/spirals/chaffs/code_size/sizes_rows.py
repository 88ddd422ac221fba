"""A list of rows instead of a dictionary of lists."""

CAUGHT_BY = ("test_result_has_an_error_for_every_size",)
CODE = "wrong-kind"

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    errors = {"code_size": list(code_sizes), "train": [], "test": []}
    for code_size in code_sizes:
        autoencoder, _ = make_shallow(code_size)
        train_autoencoder(autoencoder, x_train, epochs=epochs)
        errors["train"].append(squared_error(autoencoder, x_train, x_train))
        errors["test"].append(squared_error(autoencoder, x_test, x_test))
    return [list(row) for row in zip(errors['code_size'], errors['train'], errors['test'])]
