"""dW with the shape (inputs, outputs)."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_linear_layers_of_equal_width")
CODE = "transposed"
BASE = True
REPLACE = [("delta.T @ a", "a.T @ delta")]
