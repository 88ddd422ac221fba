"""The regulariser is in the loss only."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "regulariser-missing"
BASE = "_training"
REPLACE = [
    ('dl_dw1 + lamb * model["w1"]', "dl_dw1"),
    ('dl_dw2 + lamb * model["w2"]', "dl_dw2"),
    ('dl_du + lamb * model["u"]', "dl_du"),
]
