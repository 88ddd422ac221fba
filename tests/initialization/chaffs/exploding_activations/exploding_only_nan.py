"""Only nan is looked for, as the hint says; inf is missed."""

CAUGHT_BY = ("test_infinity_counts_as_well_as_nan",)
CODE = "infinity-missed"
REPLACE = [
    ("if not torch.isfinite(x).all():", "if torch.isnan(x).any():"),
    ("    return None\n", ""),
]
