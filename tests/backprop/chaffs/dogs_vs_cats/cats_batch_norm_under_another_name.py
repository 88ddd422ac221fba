"""torch's batch normalisation imported under another name."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"
BASE = "_network"
REPLACE = [("nn.ReLU()", "Scale(8), nn.ReLU()")]

from torch.nn import BatchNorm2d as Scale
