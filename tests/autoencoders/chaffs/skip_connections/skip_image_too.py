"""The image is added before the last sigmoid as well."""

CAUGHT_BY = ("test_only_pooled_features_are_skipped",)
CODE = "image-skipped"
BASE = True
REPLACE = [
    ("(F.interpolate(y + self.pooled1, scale_factor=2))", "(F.interpolate(y + self.pooled1, scale_factor=2)) + x"),
]
