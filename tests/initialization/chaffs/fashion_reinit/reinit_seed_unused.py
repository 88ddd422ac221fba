"""The seed is not used."""

CAUGHT_BY = ("test_seed_decides_the_weights",)
SAYS = "same seed"

from torch import nn


def reinitialise(model, seed):
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_normal_(module.weight)
    return {"scheme": "xavier_normal_"}
