"""Only the output layer has gradients."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "wrong-number-of-layers"
BASE = True
REPLACE = [("for number in range(len(weights) - 1, 0, -1):", "for number in []:")]
