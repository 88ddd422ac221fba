"""The training makes torch's Adam for itself and leaves the SGD that it is given."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"
BASE = "_training"
REPLACE = [("losses = []", "optimizer, losses = torch.optim.Adam(model.parameters(), lr=1e-3), []")]
