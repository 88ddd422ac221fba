"""The learning rate falls in every iteration."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "scaled-by-a-constant"
BASE = True
REPLACE = [
    (
        "2 * np.dot(x.T, error) / batch_size + lamb * w",
        "(2 * np.dot(x.T, error) / batch_size + lamb * w) / (1 + len(test_loss))",
    ),
]
