"""numpy, and the number as a tensor of no dimension."""

import numpy as np
import torch


def exploding_layer(x, layers):
    x = x.numpy()
    found = None
    for number, a in enumerate(layers):
        with np.errstate(all="ignore"):
            x = np.dot(a.numpy(), x)
        if found is None and not np.isfinite(x.sum() * 0):
            found = torch.tensor(number + 1)
    return found
