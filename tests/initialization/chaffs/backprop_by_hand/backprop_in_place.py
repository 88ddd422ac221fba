"""The weights are updated in place."""

CAUGHT_BY = ("test_arguments_of_backprop_stay_as_they_are",)
CODE = "changed-in-place"
BASE = True
REPLACE = [
    (
        "new_w, new_b = w - learning_rate * dw, b - learning_rate * db",
        "w -= learning_rate * dw\n"
        "    b -= learning_rate * db\n"
        "    new_w, new_b = w, b",
    ),
]
