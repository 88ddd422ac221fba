"""The networks see the test images as well."""

CAUGHT_BY = ("test_every_size_has_its_own_network",)
SAYS = "there are more images"
REPLACE = [
    (
        "train_autoencoder(autoencoder, x_train, epochs=epochs)",
        "train_autoencoder(autoencoder, np.concatenate([x_train, x_test]), epochs=epochs)",
    ),
]
