"""The file of 6.1 under the name of 6.2."""

CAUGHT_BY = ("test_reconstructions_of_test_images", "test_error_is_below_the_one_without",)
CODE = "no-better-than-one-picture"
FILES = {"mnist-cae-skip.pt": "copied"}

import shutil


def copied():
    shutil.copyfile("mnist_cae.pt", "mnist-cae-skip.pt")
