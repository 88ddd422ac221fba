"""Means where sums are asked for."""

CAUGHT_BY = ("test_sum", "test_log_sum_exp")
CODE = "mean-instead-of-sum"
REPLACE = [
    ("(Wx - top).sum(axis=1)", "(Wx - top).mean(axis=1)"),
    ("return Wx.sum(axis=1), X.max(axis=1), y3", "return Wx.mean(axis=1), X.max(axis=1), y3"),
]
