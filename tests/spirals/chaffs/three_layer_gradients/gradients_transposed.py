"""Matrices as on the sheet, (outputs, inputs)."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "transposed"
BASE = True
REPLACE = [("return dW1, db1, dW2, db2, dW3, db3", "return dW1.T, db1.T, dW2.T, db2.T, dW3.T, db3.T")]
