"""The largest score of the whole batch is subtracted."""

CAUGHT_BY = ("test_large_scores_give_probabilities",)
CODE = "overflow"
REPLACE = [("scores.max(axis=1, keepdims=True)", "scores.max()")]
