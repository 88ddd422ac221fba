"""0.3 is the variance, and NOISE says standard deviation."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "used-as-variance"
BASE = "_noise"
REPLACE = [("return images + 0.3 * noise", "return images + 0.3**0.5 * noise")]
