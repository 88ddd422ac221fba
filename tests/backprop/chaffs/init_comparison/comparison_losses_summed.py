"""The losses are sums over the samples."""

CAUGHT_BY = ("test_losses_are_averages_over_all_of_the_training_data",)
CODE = "loss-summed"
REPLACE = [("losses,", "[loss * len(x) for loss in losses],")]
