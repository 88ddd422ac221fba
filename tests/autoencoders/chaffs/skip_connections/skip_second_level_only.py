"""Only the second pooling layer is connected."""

CAUGHT_BY = ("test_pooled_features_reach_the_upsampling",)
CODE = "level-not-connected"
BASE = True
REPLACE = [("y + self.pooled1", "y")]
