"""The entry of largest size is taken."""

CAUGHT_BY = ("test_maximum",)
CODE = "absolute-values-compared"
REPLACE = [("return Wx.sum(axis=1), X.max(axis=1), y3", "return Wx.sum(axis=1), np.abs(X).max(axis=1), y3")]
