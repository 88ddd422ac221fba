"""Moves the entries by a flat index, on copies, column by column of the transposed matrix; max by a loop."""

import numpy as np


def finite_difference_gradients(net, x, y, epsilon, p=10):
    original = get_parameters(net)
    size = original[0][0].size
    result = np.zeros(min(p, size))
    for k in range(len(result)):
        values = []
        for sign in (+1.0, -1.0):
            changed = [(W.copy(), b.copy()) for W, b in original]
            changed[0][0].T[np.unravel_index(k, changed[0][0].T.shape)] += sign * epsilon
            set_parameters(net, changed)
            p_label = predict_proba(net, x)[0, y[0]]
            values.append(-np.log(p_label))
        result[k] = (values[0] - values[1]) / (2.0 * epsilon)
    set_parameters(net, original)
    return result


def max_differences(net, x, y, n_values, p=10):
    out = []
    for N in n_values:
        true = loss_and_gradients(net, x, y)[1][0][0].T.flatten()[:p]
        worst = 0.0
        for a, b in zip(finite_difference_gradients(net, x, y, epsilon=1.0 / N, p=p), true):
            worst = max(worst, abs(a - b))
        out.append(worst)
    return out
