"""embed gives the thirty values before the code."""

CAUGHT_BY = ("test_nothing_is_applied_to_the_code",)
CODE = "wrong-shape"

import torch


def embed(model, images):
    with torch.no_grad():
        return model[0][:-1](images)
