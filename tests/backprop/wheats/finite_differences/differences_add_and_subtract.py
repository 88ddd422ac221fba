"""Adds ε, subtracts 2ε and adds ε again; returns a list."""

import numpy as np


def finite_difference_gradients(net, x, y, epsilon, p=10):
    weight = net.weights[0]
    found = []
    for k in range(min(p, weight.size)):
        i, j = k // weight.shape[1], k % weight.shape[1]
        weight[i, j] += epsilon
        up, _ = loss_and_gradients(net, x, y)
        weight[i, j] -= 2 * epsilon
        down, _ = loss_and_gradients(net, x, y)
        weight[i, j] += epsilon
        found.append((up - down) / (2 * epsilon))
    return found


def max_differences(net, x, y, n_values, p=10):
    return np.array([
        np.linalg.norm(np.array(finite_difference_gradients(net, x, y, 1 / N, p)) - loss_and_gradients(net, x, y)[1][0][0].flatten()[:p], np.inf)
        for N in n_values
    ])
