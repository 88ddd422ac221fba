"""o2 is made with w1."""

CAUGHT_BY = ("test_forward_values",)
CODE = "o2-made-with-w1"
BASE = "_forward"
REPLACE = [('["w2"],', '["w1"],')]
