"""Zero in u is taken to stop everything."""

CAUGHT_BY = ("test_only_u_zero",)
CODE = "u-gradient-zero"
REPLACE = [("return np.zeros(3), np.zeros(3), -2 * y * m", "return np.zeros(3), np.zeros(3), 0 * m")]
