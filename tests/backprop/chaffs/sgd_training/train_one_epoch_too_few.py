"""The last epoch is missing."""

CAUGHT_BY = ("test_training_lowers_the_loss", "test_losses_are_those_of_the_whole_training_set")
CODE = "wrong-shape"
BASE = True
REPLACE = [("for _ in range(epochs):", "for _ in range(epochs - 1):")]
