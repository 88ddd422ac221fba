"""isnan and isinf written out, a counter of its own."""

import torch


def exploding_layer(x, layers):
    layer = 0
    for a in layers:
        layer += 1
        x = torch.mm(a, x.unsqueeze(1)).squeeze(1)
        if torch.isnan(x).any() or torch.isinf(x).any():
            return layer
