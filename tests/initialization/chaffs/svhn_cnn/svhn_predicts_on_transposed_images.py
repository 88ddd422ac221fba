"""Height and width are swapped when predicting, as in the raw .mat file."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "accuracy-below-pass-mark"

import torch


def predict_svhn(model, images):
    model.eval()
    with torch.no_grad():
        return torch.cat([model(normalise_svhn(part.transpose(2, 3))) for part in images.split(1000)])
