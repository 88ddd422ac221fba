"""model.eval() is forgotten: batch normalisation uses the batch."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode",)
CODE = "predicts-in-training-mode"

import torch


def predict_svhn(model, images):
    with torch.no_grad():
        return model(normalise_svhn(images))
