"""The labels are shuffled."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient", "test_accuracy_on_a_spiral")
SAYS = "training accuracy"
BASE = True
REPLACE = [
    ("step_size = 0.1", "step_size = 0.1\n    labels = np.random.permutation(y)"),
    (
        "loss = np.sum(-np.log(probs[range(num_examples), y])) / num_examples",
        "loss = np.sum(-np.log(probs[range(num_examples), labels])) / num_examples",
    ),
    ("dscores[range(num_examples), y] -= 1", "dscores[range(num_examples), labels] -= 1"),
]
