"""The notebook's learning rate, whatever is given."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "scaled-by-a-constant"
BASE = "_training"
REPLACE = [("training_loss, test_loss = [], []", "training_loss, test_loss = [], []\n    learning_rate = 0.01")]
