"""Every dW is transposed."""

CAUGHT_BY = ("test_adapter_gives_loss_and_gradients", "test_gradients_are_those_of_autograd", "test_gradients_of_square_layers")
CODE = "transposed"
BASE = True
REPLACE = [("gradients.append((dW, db))", "gradients.append((dW.T, db))")]
