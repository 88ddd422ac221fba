"""A new network was saved."""

CAUGHT_BY = ("test_rebuilds_better_than_pca",)
CODE = "not-better-than-pca"
FILES = {"autoencoder.keras": "untrained"}

def untrained():
    keras.utils.set_random_seed(1)
    make_autoencoder().save("autoencoder.keras")
