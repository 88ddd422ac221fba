"""The scores do not depend on the image."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "one-class-only"

import torch


def predict_svhn(model, images):
    return torch.eye(10)[[1] * len(images)]
