"""The sheet's learning rate is typed in."""

CAUGHT_BY = ("test_step_descends_along_the_gradient",)
CODE = "rate-fixed"
BASE = True
REPLACE = [
    ("new_w, new_b = w - learning_rate * dw, b - learning_rate * db", "new_w, new_b = w - 0.01 * dw, b - 0.01 * db"),
]
