"""The softmax is taken of probabilities."""

CAUGHT_BY = ("test_probabilities_are_right",)
CODE = "softmax-twice"
BASE = True
REPLACE = [("return forward_pass(net, x)", "return softmax_of(forward_pass(net, x))")]
