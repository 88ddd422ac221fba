"""Three of eleven layers."""

CAUGHT_BY = ("test_share_of_the_fully_connected_layers",)
CODE = "share-of-layers"
BASE = True
REPLACE = [
    ('return {"total": total, "fc_percent": 100 * fc / total}', 'return {"total": total, "fc_percent": 100 * 3 / 11}'),
]
