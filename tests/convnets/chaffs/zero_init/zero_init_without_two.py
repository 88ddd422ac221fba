"""The factor 2 is forgotten."""

CAUGHT_BY = ("test_only_u_zero",)
CODE = "factor-two-missing"
REPLACE = [("return np.zeros(3), np.zeros(3), -2 * y * m", "return np.zeros(3), np.zeros(3), -y * m")]
