"""Labels instead of scores."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode", "test_accuracy_on_the_test_set")
CODE = "labels-instead-of-scores"

import torch


def predict_cnn(model, images):
    model.eval()
    with torch.no_grad():
        return model(images).argmax(1)
