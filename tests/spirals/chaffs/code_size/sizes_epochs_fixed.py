"""Always five epochs."""

CAUGHT_BY = ("test_every_size_has_its_own_network",)
CODE = "epochs-not-passed-on"
REPLACE = [
    ("train_autoencoder(autoencoder, x_train, epochs=epochs)", "train_autoencoder(autoencoder, x_train, epochs=5)"),
]
