"""Lazy layers, which get their shapes in the first forward pass."""

REPLACE = [
    ("nn.Conv2d(1, 20, ", "nn.LazyConv2d(20, "),
    ("nn.Conv2d(20, 48, ", "nn.LazyConv2d(48, "),
    ("nn.Linear(48 * 7 * 7, 220)", "nn.LazyLinear(220)"),
    ("nn.Linear(220, 10)", "nn.LazyLinear(10)"),
]
