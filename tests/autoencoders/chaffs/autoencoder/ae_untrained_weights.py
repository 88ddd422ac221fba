"""The weights of a new network were saved."""

CAUGHT_BY = ("test_reconstructions_of_test_images", "test_reconstructions_beat_two_principal_components",)
CODE = "no-better-than-one-picture"
FILES = {"mnist_ae.pt": "untrained"}

def untrained():
    save_weights("mnist_ae.pt", make_autoencoder())
