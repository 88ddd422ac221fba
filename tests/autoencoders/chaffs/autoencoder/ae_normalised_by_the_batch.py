"""Images are standardised with the mean and spread of their batch."""

CAUGHT_BY = ("test_answers_do_not_depend_on_mode_and_batch",)
SAYS = "others of the batch"

import torch


def reconstruct(model, images):
    scaled = (images - images.mean()) / images.std()
    with torch.no_grad():
        return model.eval()(scaled)
