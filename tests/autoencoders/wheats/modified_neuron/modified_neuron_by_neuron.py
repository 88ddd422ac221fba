"""Loops over single neurons with Python numbers; results as columns."""

import math


def modified_backprop(x, y, weights, biases, layer, neuron, f, f_prime):
    sigma = lambda z: 1 / (1 + math.exp(-z))
    acts, zs = [list(x)], []
    for l in range(len(weights)):
        z = [sum(w * a for w, a in zip(row, acts[-1])) + b for row, b in zip(weights[l], biases[l])]
        acts.append([float(f(v)) if (l, j) == (layer, neuron) else sigma(v) for j, v in enumerate(z)])
        zs.append(z)

    def slope(l, j):
        z = zs[l][j]
        return float(f_prime(z)) if (l, j) == (layer, neuron) else sigma(z) * (1 - sigma(z))

    last = len(weights) - 1
    deltas = {last: [(acts[-1][j] - y[j]) * slope(last, j) for j in range(len(y))]}
    for l in range(last - 1, -1, -1):
        deltas[l] = [
            sum(weights[l + 1][k][j] * deltas[l + 1][k] for k in range(len(deltas[l + 1]))) * slope(l, j)
            for j in range(len(zs[l]))
        ]
    columns = [np.array(deltas[l]).reshape(-1, 1) for l in range(last + 1)]
    return {
        "delta": columns,
        "dW": [column @ np.array(a).reshape(1, -1) for column, a in zip(columns, acts)],
        "db": [column.copy() for column in columns],
        "activations": acts,
    }
