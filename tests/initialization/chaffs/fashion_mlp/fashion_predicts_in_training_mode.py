"""model.eval() is forgotten: dropout is active."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode",)
SAYS = "model.eval()"

import torch


def predict_fashion(model, images):
    with torch.no_grad():
        return model(normalise_fashion(images))
