"""torch's batch normalisation."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"
BASE = "_network"
REPLACE = [("nn.ReLU()", "nn.BatchNorm2d(8), nn.ReLU()")]
