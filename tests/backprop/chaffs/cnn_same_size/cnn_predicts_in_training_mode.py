"""model.eval() is forgotten: dropout goes on."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode",)
CODE = "predicts-in-training-mode"

import torch


def predict_cnn(model, images):
    with torch.no_grad():
        return model(images)
