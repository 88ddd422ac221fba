"""torch's dropout of channels."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"
BASE = "_network"
REPLACE = [("nn.ReLU()", "nn.Dropout2d(0.2), nn.ReLU()")]
