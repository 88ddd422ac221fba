"""Sigmoids in place of the softmax."""

CAUGHT_BY = ("test_one_hot_targets", "test_targets_that_are_probabilities", "test_single_input")
CODE = "sigmoids-instead-of-softmax"

def softmax_delta(z, y):
    return 0.5 * (1 + np.tanh(z / 2)) - y
