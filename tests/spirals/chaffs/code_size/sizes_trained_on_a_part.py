"""Only the first thousand images are used for training."""

CAUGHT_BY = ("test_every_size_has_its_own_network",)
SAYS = "not trained on x_train alone"
REPLACE = [
    (
        "train_autoencoder(autoencoder, x_train, epochs=epochs)",
        "train_autoencoder(autoencoder, x_train[:1000], epochs=epochs)",
    ),
]
