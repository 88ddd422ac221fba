"""torch's weight normalisation as a parametrisation."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"
BASE = "_network"
REPLACE = [("nn.Conv2d(3, 8, 5, stride=4)", "nn.utils.parametrizations.weight_norm(nn.Conv2d(3, 8, 5, stride=4))")]
