"""The files of 6.1 and 6.2 under the names of 6.3."""

CAUGHT_BY = ("test_noisy_training_helps_on_noisy_images",)
CODE = "no-better-than-without-noise"
FILES = {"mnist_cae_noise.pt": "copied", "mnist-cae-skip-noise.pt": "copied_with_skips"}

import shutil


def copied():
    shutil.copyfile("mnist_cae.pt", "mnist_cae_noise.pt")


def copied_with_skips():
    shutil.copyfile("mnist-cae-skip.pt", "mnist-cae-skip-noise.pt")
