"""p − y has the wrong sign."""

CAUGHT_BY = ("test_only_u_zero",)
CODE = "error-sign-wrong"
REPLACE = [("return np.zeros(3), np.zeros(3), -2 * y * m", "return np.zeros(3), np.zeros(3), 2 * y * m")]
