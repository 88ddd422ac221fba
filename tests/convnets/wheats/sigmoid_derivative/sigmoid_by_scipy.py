"""scipy has it."""

from scipy.special import expit


def sigmoid(x):
    return expit(x)


def sigmoid_backward(activation, upstream):
    return (1 - activation) * activation * upstream
