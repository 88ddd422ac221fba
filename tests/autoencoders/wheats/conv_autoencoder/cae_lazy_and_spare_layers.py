"""Lazy layers, and a dropout that the forward pass does not use."""

REPLACE = [
    ("nn.Conv2d(4, 8, 3, stride=1, padding=1)", "nn.LazyConv2d(8, 3, stride=1, padding=1)"),
    ("self.fc1 = nn.Linear(8 * 7 * 7, 20)", "self.fc1, self.dropout = nn.LazyLinear(20), nn.Dropout(0.2)"),
    ("nn.Linear(20, 8 * 7 * 7)", "nn.LazyLinear(8 * 7 * 7)"),
]
