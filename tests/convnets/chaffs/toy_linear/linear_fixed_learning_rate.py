"""The notebook's learning rate, whatever is given."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "scaled-by-a-constant"
BASE = True
REPLACE = [("w = np.zeros(4)", "w = np.zeros(4)\n    learning_rate = 0.01")]
