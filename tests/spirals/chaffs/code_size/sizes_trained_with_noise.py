"""The networks are trained with noise."""

CAUGHT_BY = ("test_every_size_has_its_own_network",)
SAYS = "trained with noise"
REPLACE = [
    (
        "train_autoencoder(autoencoder, x_train, epochs=epochs)",
        "train_autoencoder(autoencoder, x_train, epochs=epochs, noise_factor=0.2)",
    ),
]
