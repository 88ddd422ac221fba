"""Nothing after the last convolution."""

CAUGHT_BY = ("test_decoder_between_its_layers",)
CODE = "final-sigmoid-missing"
BASE = "_network"
REPLACE = [
    ("torch.sigmoid(self.conv4(F.interpolate(y, scale_factor=2)))", "self.conv4(F.interpolate(y, scale_factor=2))"),
]
