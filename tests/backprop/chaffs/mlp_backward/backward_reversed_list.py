"""The gradients come from the last layer to the first."""

CAUGHT_BY = ("test_adapter_gives_loss_and_gradients", "test_gradients_are_those_of_autograd")
CODE = "gradients-backwards"
BASE = True
REPLACE = [("return loss, gradients[::-1]", "return loss, gradients")]
