"""A linear model in the clothes of a convnet: only u's first entries learn."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "all-zeros"
BASE = "_training"
REPLACE = [
    (
        'model["w1"] = model["w1"] - learning_rate * (dl_dw1 + lamb * model["w1"])\n'
        '        model["w2"] = model["w2"] - learning_rate * (dl_dw2 + lamb * model["w2"])',
        "dl_du[1:] = 0",
    ),
]
