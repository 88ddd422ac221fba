"""Small random numbers instead of zeros."""

CAUGHT_BY = ("test_everything_is_zero",)
CODE = "weights-not-zero"
REPLACE = [
    ("np.zeros_like(weight)", "1e-3 * np.random.default_rng(seed).standard_normal(weight.shape)"),
    ("np.zeros_like(bias)", "0 * bias"),
]
