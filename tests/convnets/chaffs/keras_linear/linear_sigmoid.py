"""Ten sigmoids in place of the softmax."""

CAUGHT_BY = ("test_predicts_probabilities",)
CODE = "not-probabilities"
REPLACE = [("softmax", "sigmoid")]
