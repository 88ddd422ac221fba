"""Squares are summed over the entries instead of averaged."""

CAUGHT_BY = ("test_std_is_the_root_of_the_width",)
CODE = "root-or-mean-missing"
BASE = True
REPLACE = [("square += (y**2).mean().item() / repeats", "square += (y**2).sum().item() / repeats")]
