"""Mean, and divided by the batch size once more."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "gradient-divided-again"
BASE = True
REPLACE = [
    ("2 * np.dot(x.T, error) / batch_size + lamb * w", "(2 * np.dot(x.T, error) / batch_size + lamb * w) / batch_size"),
]
