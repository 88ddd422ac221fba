"""Another scheme is named than was used."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
CODE = "scheme-and-weights-disagree"
BASE = True
REPLACE = [('return {"scheme": "xavier_normal_"}', 'return {"scheme": "xavier_uniform_"}')]
