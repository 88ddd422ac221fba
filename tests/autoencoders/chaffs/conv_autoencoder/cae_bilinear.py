"""Bilinear upsampling."""

CAUGHT_BY = ("test_decoder_between_its_layers",)
CODE = "other-upsampling"
BASE = "_network"
REPLACE = [
    ("self.conv3(F.interpolate(y, scale_factor=2))", 'self.conv3(F.interpolate(y, scale_factor=2, mode="bilinear"))'),
]
