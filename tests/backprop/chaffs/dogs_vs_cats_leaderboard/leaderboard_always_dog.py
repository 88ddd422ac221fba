"""Always a dog."""

CAUGHT_BY = ("test_accuracy_on_the_test_images",)
CODE = "same-class-for-every-image"

import torch


def predict_cats(model, images):
    return torch.ones(len(images))
