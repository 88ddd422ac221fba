"""The file of the first network was handed in under the second name."""

CAUGHT_BY = ("test_was_trained_again",)
CODE = "copy-of-first-weights"
FILES = {"svhn_augmented.pt": "copied"}

import shutil


def copied():
    shutil.copyfile("svhn_cnn.pt", "svhn_augmented.pt")
