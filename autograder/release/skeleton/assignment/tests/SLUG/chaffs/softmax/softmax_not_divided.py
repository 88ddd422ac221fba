"""The denominator is missing."""

CAUGHT_BY = ("test_agrees_with_the_definition",)
CODE = "not-divided"
REPLACE = [("powers / powers.sum(axis=1, keepdims=True)", "powers")]
