"""The loss of an epoch is a sum over the samples."""

CAUGHT_BY = ("test_losses_are_those_of_the_whole_training_set",)
CODE = "loss-summed"
BASE = True
REPLACE = [("(net, x, y)[0]", "(net, x, y)[0] * len(x)")]
