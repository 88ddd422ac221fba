"""From the last layer to the first."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "from the last layer to the first"
BASE = True
REPLACE = [("return dW1, db1, dW2, db2, dW3, db3", "return dW3, db3, dW2, db2, dW1, db1")]
