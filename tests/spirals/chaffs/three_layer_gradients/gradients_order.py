"""Weights first, biases after them."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "in another order"
BASE = True
REPLACE = [("return dW1, db1, dW2, db2, dW3, db3", "return dW1, dW2, dW3, db1, db2, db3")]
