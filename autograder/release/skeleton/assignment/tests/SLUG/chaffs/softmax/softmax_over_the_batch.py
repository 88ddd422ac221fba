"""The sum runs over the whole batch."""

CAUGHT_BY = ("test_agrees_with_the_definition",)
CODE = "sum-over-batch"
REPLACE = [("powers.sum(axis=1, keepdims=True)", "powers.sum()")]
