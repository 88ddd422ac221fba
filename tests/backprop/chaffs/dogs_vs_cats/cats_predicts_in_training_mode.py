"""model.eval() is forgotten: the own normalisation uses the batch."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode", "test_submission_is_what_the_weights_predict")
CODE = "predicts-in-training-mode"

import torch


def predict_cats(model, images):
    model.train()
    with torch.no_grad():
        return torch.cat([model(normalise_cats(batch)).softmax(1)[:, 1] for batch in images.split(7)])
