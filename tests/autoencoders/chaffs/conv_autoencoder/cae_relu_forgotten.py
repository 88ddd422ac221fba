"""No ReLU after the first convolution."""

CAUGHT_BY = ("test_encoder_between_its_layers",)
CODE = "relu-missing"
BASE = "_network"
REPLACE = [("x = F.max_pool2d(F.relu(self.conv1(x)), 2)", "x = F.max_pool2d(self.conv1(x), 2)")]
