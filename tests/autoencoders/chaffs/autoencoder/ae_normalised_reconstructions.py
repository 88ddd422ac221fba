"""Reconstructions of normalised images, never brought back to the images' scale."""

CAUGHT_BY = ("test_reconstructions_of_test_images", "test_reconstructions_beat_two_principal_components",)
CODE = "below-pca"

import torch


def reconstruct(model, images):
    with torch.no_grad():
        return (model.eval()(images) - 0.1307) / 0.3081
