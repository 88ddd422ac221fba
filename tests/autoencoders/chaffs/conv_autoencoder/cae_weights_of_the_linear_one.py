"""The file of 5.4 under the name of 6.1."""

CAUGHT_BY = ("test_reconstructions_of_test_images",)
CODE = "other-architecture"
FILES = {"mnist_cae.pt": "copied"}

import shutil


def copied():
    shutil.copyfile("mnist_ae.pt", "mnist_cae.pt")
