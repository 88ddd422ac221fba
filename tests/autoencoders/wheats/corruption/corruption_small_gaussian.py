"""The smallest Gaussian noise that is allowed, by torch in float32."""

import torch

CORRUPTION = {"kind": "gaussian", "std": 0.01}


def corrupt(points, seed):
    source = torch.Generator().manual_seed(seed)
    clean = torch.tensor(points, dtype=torch.float32)
    return clean + 0.01 * torch.randn(clean.shape, generator=source)
