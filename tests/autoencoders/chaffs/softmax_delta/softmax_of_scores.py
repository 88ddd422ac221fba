"""z − y, without the softmax."""

CAUGHT_BY = ("test_one_hot_targets", "test_targets_that_are_probabilities", "test_single_input")
CODE = "targets-subtracted-from-scores"

def softmax_delta(z, y):
    return z - y
