"""The variance is returned as std."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
CODE = "scheme-and-weights-disagree"
BASE = True
REPLACE = [
    ("nn.init.xavier_normal_(module.weight)", "nn.init.normal_(module.weight, 0.0, 0.05)"),
    ('return {"scheme": "xavier_normal_"}', 'return {"scheme": "normal_", "mean": 0.0, "std": 0.0025}'),
]
