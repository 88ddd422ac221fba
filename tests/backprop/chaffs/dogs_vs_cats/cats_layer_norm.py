"""torch's layer normalisation."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"
BASE = "_network"
REPLACE = [("nn.Linear(1800, 2)", "nn.LayerNorm(1800), nn.Linear(1800, 2)")]
