"""The flag is never looked at: no connection."""

CAUGHT_BY = ("test_pooled_features_reach_the_upsampling",)
CODE = "no-skip-connection"
BASE = True
REPLACE = [
    ("y + self.pooled2", "y"),
    ("y + self.pooled1", "y"),
]
