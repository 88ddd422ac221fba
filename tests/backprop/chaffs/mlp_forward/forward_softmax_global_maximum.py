"""The largest score of the whole batch is subtracted."""

CAUGHT_BY = ("test_each_row_is_shifted_by_its_own_maximum",)
CODE = "low-scores-give-nan"
BASE = True
REPLACE = [("scores.max(axis=1, keepdims=True)", "scores.max()")]
