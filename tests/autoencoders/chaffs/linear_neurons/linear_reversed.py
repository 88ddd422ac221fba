"""The lists begin with the output layer."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "gradients-in-other-order"
BASE = True
REPLACE = [('{"delta": deltas, "dW": dW, "db": db}', '{"delta": deltas[::-1], "dW": dW[::-1], "db": db[::-1]}')]
