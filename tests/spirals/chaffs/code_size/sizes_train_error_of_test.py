"""The training error is measured on the test images."""

CAUGHT_BY = ("test_errors_are_those_of_the_networks",)
SAYS = "they are the errors on the test images"
REPLACE = [
    (
        'errors["train"].append(squared_error(autoencoder, x_train, x_train))',
        'errors["train"].append(squared_error(autoencoder, x_test, x_test))',
    ),
]
