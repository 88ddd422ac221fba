"""The filters are not flipped."""

CAUGHT_BY = ("test_only_u_zero",)
CODE = "filters-not-flipped"
REPLACE = [('np.convolve(x, w, mode="same")', 'np.correlate(x, w, mode="same")')]
