"""loss_and_gradients expects one-hot labels."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "raised"

import numpy as np


def loss_and_gradients(net, x, y):
    p = net.forward(x)
    loss, gradients = backward(net, x, y.argmax(axis=1))
    return -np.mean(np.sum(y * np.log(p), axis=1)), gradients
