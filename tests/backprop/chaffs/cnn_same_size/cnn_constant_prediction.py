"""The scores do not depend on the image."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "same-class-for-every-image"

import torch


def predict_cnn(model, images):
    return torch.eye(10)[[1] * len(images)]
