"""The probability of a cat instead of a dog."""

CAUGHT_BY = ("test_accuracy_on_the_test_images",)
CODE = "accuracy-below-pass-mark"

import torch


def predict_cats(model, images):
    model.eval()
    with torch.no_grad():
        return torch.cat([model(normalise_cats(batch)).softmax(1)[:, 0] for batch in images.split(250)])
