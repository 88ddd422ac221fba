"""Lazy layers, which get their shapes in the first forward pass."""

REPLACE = [
    ("nn.Conv2d(channels, filters, kernel_size=3", "nn.LazyConv2d(filters, kernel_size=3"),
    ("nn.BatchNorm2d(filters)", "nn.LazyBatchNorm2d()"),
    ("nn.Linear(128 * 4 * 4, 256, bias=False)", "nn.LazyLinear(256, bias=False)"),
    ("nn.Linear(256, 10)", "nn.LazyLinear(10)"),
]
