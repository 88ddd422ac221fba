"""Only inf is looked for; where nan comes at once it is never seen."""

CAUGHT_BY = ("test_finds_the_first_layer_that_is_not_finite",)
CODE = "wrong-kind"
REPLACE = [
    ("if not torch.isfinite(x).all():", "if torch.isinf(x).any():"),
    ("    return None\n", ""),
]
