"""loss_and_gradients returns the gradients without the loss."""

CAUGHT_BY = ("test_adapter_gives_loss_and_gradients", "test_gradients_are_those_of_autograd")
CODE = "no-loss-and-gradients"

def loss_and_gradients(net, x, y):
    return backward(net, x, y)[1]
