"""The scheme is described in words."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
CODE = "unknown-scheme"
BASE = True
REPLACE = [('return {"scheme": "xavier_normal_"}', 'return {"scheme": "Xavier Normal"}')]
