"""The loss of the last mini-batch stands for the epoch."""

CAUGHT_BY = ("test_losses_are_those_of_the_whole_training_set",)
CODE = "loss-of-last-batch"
BASE = True
REPLACE = [("(net, x, y)[0]", "(net, x[batch], y[batch])[0]")]
