"""Three numbers."""

CAUGHT_BY = ("test_two_numbers_in_the_middle",)
CODE = "code-of-another-size"
REPLACE = [('layers.Dense(2, name="code")', "layers.Dense(3)")]
