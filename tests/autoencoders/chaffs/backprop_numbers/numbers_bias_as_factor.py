"""δ times the bias."""

CAUGHT_BY = ("test_biases",)
CODE = "bias-as-factor"
BASE = True
REPLACE = [("bh, bo = dh, do", "bh, bo = 0.35 * dh, 0.60 * do")]
