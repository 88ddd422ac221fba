"""Lazy layers, which get their shapes in the first forward pass."""

REPLACE = [
    ("nn.Linear(784, 400)", "nn.LazyLinear(400)"),
    ("nn.Linear(400, 120)", "nn.LazyLinear(120)"),
    ("nn.Linear(120, 30)", "nn.LazyLinear(30)"),
    ("nn.Linear(30, 2)", "nn.LazyLinear(2)"),
    ("nn.Linear(400, 784)", "nn.LazyLinear(784)"),
]
