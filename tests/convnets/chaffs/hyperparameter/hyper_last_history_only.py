"""Only the last history is returned."""

CAUGHT_BY = ("test_one_history_per_value",)
CODE = "other-number-of-histories"
REPLACE = [("return histories", "return histories[-1:]")]
