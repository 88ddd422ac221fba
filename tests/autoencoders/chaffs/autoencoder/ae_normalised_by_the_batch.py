"""Images are standardised with the mean and spread of their batch."""

CAUGHT_BY = ("test_answers_do_not_depend_on_mode_and_batch",)
CODE = "predicts-in-training-mode"

import torch


def reconstruct(model, images):
    scaled = (images - images.mean()) / images.std()
    with torch.no_grad():
        return model.eval()(scaled)
