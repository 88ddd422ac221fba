"""Corrupted in the loader and again in the loop."""

CAUGHT_BY = ("test_training_is_on_noisy_images",)
CODE = "other-noise-in-training"
BASE = "_training"
REPLACE = [("x = corrupt(images[rows])", "x = corrupt(corrupt(images[rows]))")]
