"""The gradient of u is computed after the filters moved."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "far-off"
BASE = "_training"
REPLACE = [
    (
        'model["w2"] = model["w2"] - learning_rate * (dl_dw2 + lamb * model["w2"])',
        'model["w2"] = model["w2"] - learning_rate * (dl_dw2 + lamb * model["w2"])\n'
        "        _, _, dl_du = backprop(model, y, forward(model, x), batch_size)",
    ),
]
