"""The gain is not returned."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
CODE = "scheme-and-weights-disagree"
BASE = True
REPLACE = [("nn.init.xavier_normal_(module.weight)", "nn.init.xavier_normal_(module.weight, gain=2**0.5)")]
