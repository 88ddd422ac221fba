"""Normalised when predicting, not when training."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "accuracy-below-pass-mark"

import torch


def predict_cnn(model, images):
    model.eval()
    with torch.no_grad():
        return torch.cat([model((batch - 0.8) / 0.02) for batch in images.split(500)])
