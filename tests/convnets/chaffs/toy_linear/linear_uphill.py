"""The sign is wrong."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient", "test_learns_y1")
CODE = "step-uphill"
BASE = True
REPLACE = [("2 * np.dot(x.T, error) / batch_size + lamb", "-2 * np.dot(x.T, error) / batch_size - lamb")]
