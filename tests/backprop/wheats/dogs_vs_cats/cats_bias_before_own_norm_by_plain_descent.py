"""Plain descent leaves the biases in front of the normalisations bit for bit as they are: their gradient is 0."""

REPLACE = [
    ("nn.init.zeros_(layer.bias)", "nn.init.constant_(layer.bias, 0.3)"),
    ("lr=0.05, momentum=0.9, weight_decay=1e-3", "lr=0.005"),
    ("nn.Linear(128 * 4 * 4, 2)]", "nn.LazyLinear(2)]"),
    (
        "if isinstance(layer, (nn.Conv2d, nn.Linear)):",
        "if isinstance(layer, nn.Conv2d):",
    ),
]
