"""The file of the first network was handed in under the second name."""

CAUGHT_BY = ("test_was_trained_again",)
CODE = "copy-of-first-weights"
FILES = {"fashion_reinit.pt": "copied"}

import shutil


def copied():
    shutil.copyfile("fashion_mlp.pt", "fashion_reinit.pt")
