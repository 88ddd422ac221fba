"""The learning rate falls."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "half-as-large"
BASE = "_training"
REPLACE = [
    ('learning_rate * (dl_dw1 + lamb * model["w1"])', 'learning_rate / len(test_loss) * (dl_dw1 + lamb * model["w1"])'),
    ('learning_rate * (dl_dw2 + lamb * model["w2"])', 'learning_rate / len(test_loss) * (dl_dw2 + lamb * model["w2"])'),
    ('learning_rate * (dl_du + lamb * model["u"])', 'learning_rate / len(test_loss) * (dl_du + lamb * model["u"])'),
]
