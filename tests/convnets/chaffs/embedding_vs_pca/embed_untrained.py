"""The handed-in autoencoder was not trained."""

CAUGHT_BY = ("test_labels_lie_together",)
FILES = {"autoencoder.keras": "untrained"}

def untrained():
    keras.utils.set_random_seed(1)
    make_autoencoder().save("autoencoder.keras")
