"""Average pooling."""

CAUGHT_BY = ("test_encoder_between_its_layers",)
CODE = "average-pooling"
BASE = "_network"
REPLACE = [("x = F.max_pool2d(F.relu(self.conv1(x)), 2)", "x = F.avg_pool2d(F.relu(self.conv1(x)), 2)")]
