"""The list begins with the loss before training."""

CAUGHT_BY = ("test_ten_losses_for_each_scheme",)
CODE = "wrong-shape"
REPLACE = [("losses,", "[loss_and_gradients(net, x, y)[0], *losses],")]
