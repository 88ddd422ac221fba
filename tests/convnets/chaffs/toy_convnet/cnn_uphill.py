"""The gradient is added."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_beats_the_linear_model_on_y2")
CODE = "step-uphill"
BASE = "_training"
REPLACE = [
    ('["w1"] - learning_rate', '["w1"] + learning_rate'),
    ('["w2"] - learning_rate', '["w2"] + learning_rate'),
    ('["u"] - learning_rate', '["u"] + learning_rate'),
]
