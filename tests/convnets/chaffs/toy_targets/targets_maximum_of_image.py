"""The maximum is taken of Wx."""

CAUGHT_BY = ("test_maximum",)
CODE = "maximum-of-wx"
REPLACE = [("return Wx.sum(axis=1), X.max(axis=1), y3", "return Wx.sum(axis=1), Wx.max(axis=1), y3")]
