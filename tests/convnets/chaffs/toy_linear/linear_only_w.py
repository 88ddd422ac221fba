"""Only w comes back."""

CAUGHT_BY = ("test_returns_w_and_two_lists",)
CODE = "not-three-values"
BASE = True
REPLACE = [("return w, training_loss, test_loss", "return w")]
