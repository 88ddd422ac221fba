"""Only the last losses come back."""

CAUGHT_BY = ("test_returns_w_and_two_lists",)
CODE = "losses-no-list"
BASE = True
REPLACE = [("return w, training_loss, test_loss", "return w, training_loss[-1], test_loss[-1]")]
