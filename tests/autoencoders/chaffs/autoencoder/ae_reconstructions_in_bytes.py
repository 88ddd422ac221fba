"""Reconstructions in 0 … 255."""

CAUGHT_BY = ("test_reconstructions_of_test_images", "test_reconstructions_beat_two_principal_components",)
CODE = "below-pca"

import torch


def reconstruct(model, images):
    with torch.no_grad():
        return 255 * model.eval()(images)
