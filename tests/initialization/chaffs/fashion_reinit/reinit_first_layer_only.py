"""Only the first linear layer is changed."""

CAUGHT_BY = ("test_every_linear_layer_gets_new_weights", "test_weights_follow_the_named_scheme")
CODE = "some-weights-kept"

import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    layer = next(module for module in model.modules() if isinstance(module, nn.Linear))
    nn.init.kaiming_normal_(layer.weight)
    return {"scheme": "kaiming_normal_"}
