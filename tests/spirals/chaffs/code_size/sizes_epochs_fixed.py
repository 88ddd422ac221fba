"""Always five epochs."""

CAUGHT_BY = ("test_every_size_has_its_own_network",)
SAYS = "hand epochs on"
REPLACE = [
    ("train_autoencoder(autoencoder, x_train, epochs=epochs)", "train_autoencoder(autoencoder, x_train, epochs=5)"),
]
