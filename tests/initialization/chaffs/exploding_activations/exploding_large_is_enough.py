"""A large number counts as exploded."""

CAUGHT_BY = ("test_is_none_when_all_stays_finite", "test_finds_the_first_layer_that_is_not_finite")
CODE = "wrong-value"
REPLACE = [
    ("if not torch.isfinite(x).all():", "if not x.abs().max() < 1e10:"),
    ("    return None\n", ""),
]
