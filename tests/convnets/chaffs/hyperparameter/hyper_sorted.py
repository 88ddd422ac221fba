"""The histories come in the order of the sorted values."""

CAUGHT_BY = ("test_every_value_has_a_new_network",)
CODE = "histories-mixed-up"
REPLACE = [("for value in values:", "for value in sorted(values):")]
