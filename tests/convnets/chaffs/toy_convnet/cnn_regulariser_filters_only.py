"""u is not regularised."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "only-filters-regularised"
BASE = "_training"
REPLACE = [('dl_du + lamb * model["u"]', "dl_du")]
