"""The square root is forgotten: the variance is returned."""

CAUGHT_BY = ("test_std_is_the_root_of_the_width",)
CODE = "root-or-mean-missing"
BASE = True
REPLACE = [("return mean, square**0.5", "return mean, square")]
