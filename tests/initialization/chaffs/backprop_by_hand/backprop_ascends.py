"""The step goes up the gradient."""

CAUGHT_BY = ("test_step_descends_along_the_gradient",)
CODE = "step-uphill"
BASE = True
REPLACE = [
    (
        "new_w, new_b = w - learning_rate * dw, b - learning_rate * db",
        "new_w, new_b = w + learning_rate * dw, b + learning_rate * db",
    ),
]
