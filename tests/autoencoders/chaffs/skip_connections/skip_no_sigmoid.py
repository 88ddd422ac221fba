"""Clipped instead of the sigmoid."""

CAUGHT_BY = ("test_ends_with_a_sigmoid",)
CODE = "relu-at-the-end"
BASE = True
REPLACE = [
    (
        "torch.sigmoid(self.conv4(F.interpolate(y + self.pooled1, scale_factor=2)))",
        "self.conv4(F.interpolate(y + self.pooled1, scale_factor=2)).clamp(0, 1)",
    ),
]
