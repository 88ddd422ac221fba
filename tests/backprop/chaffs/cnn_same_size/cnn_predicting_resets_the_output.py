"""Predicting changes the weights."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode",)
CODE = "predicting-changes-the-model"

import torch


def predict_cnn(model, images):
    model.eval()
    with torch.no_grad():
        scores = torch.cat([model(batch) for batch in images.split(500)])
        list(model.parameters())[-1].mul_(1.0001)
    return scores
