"""torch, samples as columns, a tensor of no dimension returned."""

import torch


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    generator = torch.Generator().manual_seed(seed)
    difference = torch.as_tensor(w - w_teacher, dtype=torch.float32)
    x = torch.randn(len(difference), n_samples, generator=generator)
    return ((difference[None, :] @ x) ** 2).mean()
