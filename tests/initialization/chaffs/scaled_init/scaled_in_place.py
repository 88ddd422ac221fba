"""The given matrices are divided in place."""

CAUGHT_BY = ("test_leaves_the_given_weights_alone",)
CODE = "changed-in-place"
REPLACE = [("x = (a / math.sqrt(a.shape[1])) @ x", "a /= math.sqrt(a.shape[1])\n        x = a @ x")]
