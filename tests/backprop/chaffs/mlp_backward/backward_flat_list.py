"""The gradients are a flat list of arrays."""

CAUGHT_BY = ("test_adapter_gives_loss_and_gradients", "test_gradients_are_those_of_autograd")
CODE = "gradients-no-pairs"

def loss_and_gradients(net, x, y):
    loss, gradients = backward(net, x, y)
    return loss, [array for pair in gradients for array in pair]
