"""A keyword that the function does not have."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
CODE = "wrong-keywords"
BASE = True
REPLACE = [('return {"scheme": "xavier_normal_"}', 'return {"scheme": "xavier_normal_", "std": 0.05}')]
