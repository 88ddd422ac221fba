"""A thousand iterations, whatever is asked for."""

CAUGHT_BY = ("test_returns_w_and_two_lists",)
CODE = "wrong-number-of-losses"
BASE = True
REPLACE = [("for _ in range(iterations):", "for _ in range(1000):")]
