"""The maximum runs over the samples."""

CAUGHT_BY = ("test_maximum",)
CODE = "over-the-samples"
REPLACE = [("return Wx.sum(axis=1), X.max(axis=1), y3", "return Wx.sum(axis=1), X.max(axis=0), y3")]
