"""Features are zeroed before they are added, left from a trial."""

CAUGHT_BY = ("test_pooled_features_reach_the_upsampling",)
CODE = "no-skip-connection"
BASE = True
REPLACE = [
    ("self.pooled2,", "0 * self.pooled2,"),
    ("self.pooled1,", "0 * self.pooled1,"),
]
