"""2λθ is added."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "regulariser-doubled"
BASE = "_training"
REPLACE = [
    ("dl_dw1 + lamb", "dl_dw1 + 2 * lamb"),
    ("dl_dw2 + lamb", "dl_dw2 + 2 * lamb"),
    ("dl_du + lamb", "dl_du + 2 * lamb"),
]
