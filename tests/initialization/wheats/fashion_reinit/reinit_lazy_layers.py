"""Lazy layers in the network that is initialised again."""

from torch import nn


def make_fashion_mlp():
    hidden = [nn.LazyLinear(512), nn.LazyBatchNorm1d(), nn.ReLU(), nn.Dropout(0.25)]
    hidden += [nn.LazyLinear(256), nn.LazyBatchNorm1d(), nn.ReLU(), nn.Dropout(0.25)]
    return nn.Sequential(nn.Flatten(), *hidden, nn.LazyLinear(10))
