"""The test error is measured on the training images."""

CAUGHT_BY = ("test_errors_are_those_of_the_networks",)
SAYS = "they are the errors on the training images"
REPLACE = [
    (
        'errors["test"].append(squared_error(autoencoder, x_test, x_test))',
        'errors["test"].append(squared_error(autoencoder, x_train, x_train))',
    ),
]
