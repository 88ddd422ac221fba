"""One score per image without the sigmoid."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "no-probability"

import torch


def predict_cats(model, images):
    model.eval()
    with torch.no_grad():
        scores = torch.cat([model(normalise_cats(batch)) for batch in images.split(250)])
    return scores[:, 1] - scores[:, 0]
