"""A ReLU on the code."""

CAUGHT_BY = ("test_decoder_between_its_layers",)
CODE = "relu-on-code"
BASE = "_network"
REPLACE = [("self.encode(x)[-1]", "F.relu(self.encode(x)[-1])")]
