"""A right answer in other words than the model answer; wrong answers change a line of it."""

import numpy as np


def finite_difference_gradients(net, x, y, epsilon, p=10):
    weight = net.weights[0]
    found = []
    for k in range(min(p, weight.size)):
        i, j = divmod(k, weight.shape[1])
        value = weight[i, j]
        weight[i, j] = value + epsilon
        up = loss_and_gradients(net, x, y)[0]
        weight[i, j] = value - epsilon
        down = loss_and_gradients(net, x, y)[0]
        weight[i, j] = value
        found.append((up - down) / (2 * epsilon))
    return np.array(found)


def max_differences(net, x, y, n_values, p=10):
    gradient = loss_and_gradients(net, x, y)[1][0][0].ravel()[:p]
    return [np.max(np.abs(finite_difference_gradients(net, x, y, 1 / n, p) - gradient)) for n in n_values]
