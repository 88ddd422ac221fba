"""The predicted class is returned instead of scores."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode", "test_accuracy_on_the_test_set")
CODE = "labels-instead-of-scores"

import torch


def predict_fashion(model, images):
    model.eval()
    with torch.no_grad():
        return torch.softmax(model(normalise_fashion(images)), dim=1).argmax(dim=1)
