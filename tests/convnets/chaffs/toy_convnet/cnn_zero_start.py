"""All parameters start at zero."""

CAUGHT_BY = ("test_returns_a_model_and_two_lists", "test_a_step_is_the_learning_rate_times_the_gradient", "test_beats_the_linear_model_on_y2")
CODE = "starts-at-zero"
BASE = "_training"
REPLACE = [
    (
        '{"w1": np.random.randn(3), "w2": np.random.randn(3), "u": np.random.randn(4)}',
        '{"w1": np.zeros(3), "w2": np.zeros(3), "u": np.zeros(4)}',
    ),
]
