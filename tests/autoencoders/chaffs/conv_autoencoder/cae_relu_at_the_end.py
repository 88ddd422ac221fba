"""A ReLU at the end."""

CAUGHT_BY = ("test_decoder_between_its_layers",)
CODE = "relu-at-the-end"
BASE = "_network"
REPLACE = [
    (
        "torch.sigmoid(self.conv4(F.interpolate(y, scale_factor=2)))",
        "F.relu(self.conv4(F.interpolate(y, scale_factor=2)))",
    ),
]
