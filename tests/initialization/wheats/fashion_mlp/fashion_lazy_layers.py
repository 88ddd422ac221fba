"""Lazy layers, which get their shapes in the first forward pass."""

REPLACE = [
    ("nn.Linear(28 * 28, 512),\n        nn.BatchNorm1d(512)", "nn.LazyLinear(512),\n        nn.LazyBatchNorm1d()"),
    ("nn.Linear(512, 256)", "nn.LazyLinear(256)"),
    ("nn.Linear(256, 10)", "nn.LazyLinear(10)"),
]
