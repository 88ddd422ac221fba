"""Trained on normalised images, predicts on images in 0 … 255."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "accuracy-below-pass-mark"

import torch


def predict_fashion(model, images):
    model.eval()
    with torch.no_grad():
        return model(images * 255)
