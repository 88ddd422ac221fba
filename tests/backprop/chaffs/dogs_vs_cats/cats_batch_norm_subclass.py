"""A subclass of torch's batch normalisation that changes nothing."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"
BASE = "_network"
REPLACE = [("nn.ReLU()", "MyOwn(8), nn.ReLU()")]


class MyOwn(nn.BatchNorm2d):
    """My own implementation."""
