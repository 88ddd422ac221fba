"""u stays as it started."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "u-not-updated"
BASE = "_training"
REPLACE = [('        model["u"] = model["u"] - learning_rate * (dl_du + lamb * model["u"])\n', "")]
