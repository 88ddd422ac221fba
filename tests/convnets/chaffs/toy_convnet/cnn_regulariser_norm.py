"""The norm is added to every entry."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "norm-added"
BASE = "_training"
REPLACE = [
    ('* model["w1"]', '* np.linalg.norm(model["w1"])'),
    ('* model["w2"]', '* np.linalg.norm(model["w2"])'),
    ('* model["u"]', '* np.linalg.norm(model["u"])'),
]
