"""model.eval() is forgotten: dropout is active."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode",)
CODE = "predicts-in-training-mode"

import torch


def predict_fashion(model, images):
    with torch.no_grad():
        return model(normalise_fashion(images))
