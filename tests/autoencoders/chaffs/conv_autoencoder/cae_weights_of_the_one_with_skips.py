"""The file of 6.2 under the name of 6.1."""

CAUGHT_BY = ("test_reconstructions_of_test_images",)
CODE = "no-better-than-one-picture"
FILES = {"mnist_cae.pt": "copied"}

import shutil


def copied():
    shutil.copyfile("mnist-cae-skip.pt", "mnist_cae.pt")
