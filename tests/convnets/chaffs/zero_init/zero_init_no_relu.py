"""The pooled values are not cut off at 0."""

CAUGHT_BY = ("test_only_u_zero",)
CODE = "relu-missing"
REPLACE = [('np.maximum(np.convolve(x, w, mode="same"), 0)', 'np.convolve(x, w, mode="same")')]
