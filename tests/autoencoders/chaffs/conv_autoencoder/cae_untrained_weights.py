"""The weights of a new network were saved."""

CAUGHT_BY = ("test_reconstructions_of_test_images",)
CODE = "no-better-than-one-picture"
FILES = {"mnist_cae.pt": "untrained"}

def untrained():
    save_weights("mnist_cae.pt", make_cae())
