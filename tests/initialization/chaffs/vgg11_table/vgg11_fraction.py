"""The share is a fraction, not a percentage."""

CAUGHT_BY = ("test_share_of_the_fully_connected_layers",)
CODE = "fraction"
BASE = True
REPLACE = [
    ('return {"total": total, "fc_percent": 100 * fc / total}', 'return {"total": total, "fc_percent": fc / total}'),
]
