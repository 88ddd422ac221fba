"""The decoder adds a little of the image."""

CAUGHT_BY = ("test_decoder_between_its_layers",)
CODE = "other-computation"
BASE = "_network"
REPLACE = [("self.conv4(F.interpolate(y, scale_factor=2))", "self.conv4(F.interpolate(y, scale_factor=2)) + x")]
