"""Networks and optimisers as students write them: parts of their own beside torch's, some under torch's names."""

import torch
from torch import nn


def convolution(*more):
    return nn.Sequential(nn.Conv2d(3, 6, 3), *more)


class Calls(nn.Module):
    """A network that calls a function in its forward pass."""

    def __init__(self, function):
        super().__init__()
        self.first = nn.Conv2d(3, 6, 3)
        self.function = function

    def forward(self, x):
        return self.function(self.first(x))


class BatchNorm2d(nn.Module):
    """A student's own, under torch's name."""

    def __init__(self, channels):
        super().__init__()
        self.gain, self.shift = nn.Parameter(torch.ones(channels)), nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        variance, mean = torch.var_mean(x, dim=(0, 2, 3), keepdim=True, unbiased=False)
        return (x - mean) / (variance + 1e-5).sqrt() * self.gain[:, None, None] + self.shift[:, None, None]


class Dropout(nn.Dropout):
    """Derives from torch's, yet does it by hand."""

    def forward(self, x):
        return x * (torch.rand_like(x) > self.p) / (1 - self.p)


class Adam(torch.optim.Optimizer):
    """A student's own, under torch's name."""

    def __init__(self, parameters, lr):
        super().__init__(parameters, {"lr": lr})

    def step(self, closure=None):
        with torch.no_grad():
            for group in self.param_groups:
                for parameter in group["params"]:
                    parameter -= group["lr"] * parameter.grad / (parameter.grad.abs() + 1e-8)


class PlainAdam:
    """Derives from nothing."""

    def __init__(self, parameters, lr):
        self.parameters, self.lr = list(parameters), lr

    step = Adam.step
    param_groups = property(lambda self: [{"params": self.parameters, "lr": self.lr}])


class Unchanged(nn.BatchNorm2d):
    """Torch's under another name."""


class RenamedAdam(torch.optim.AdamW):
    """Torch's under another name."""


class Hidden(nn.Module):
    """Keeps a module where ``modules()`` does not look."""

    def __init__(self):
        super().__init__()
        self.first, self.parts = nn.Conv2d(3, 6, 3), [nn.BatchNorm2d(6)]

    def forward(self, x):
        return self.parts[0](self.first(x))
