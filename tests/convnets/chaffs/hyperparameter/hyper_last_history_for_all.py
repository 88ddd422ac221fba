"""Every entry is the history of the last value."""

CAUGHT_BY = ("test_one_history_per_value",)
CODE = "same-history"
REPLACE = [("return histories", "return [histories[-1]] * len(values)")]
