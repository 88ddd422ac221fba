"""Every call goes on from the parameters of the last one."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "runs-differ"
BASE = True
REPLACE = [
    ("def learn_linear(", "kept = [np.zeros(4)]\n\n\ndef learn_linear("),
    ("w = np.zeros(4)\n    training_loss", "w = kept[0]\n    training_loss"),
    ("return w, training_loss", "kept[0] = w\n    return w, training_loss"),
]
