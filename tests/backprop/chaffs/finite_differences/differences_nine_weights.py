"""The first nine weights are compared."""

CAUGHT_BY = ("test_exactly_the_first_ten_weights_count",)
CODE = "not-the-first-ten"
BASE = True
REPLACE = [("n_values, p=10", "n_values, p=9")]
