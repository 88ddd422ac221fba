"""A right answer in other words than the model answer; wrong answers change a line of it."""


def linear_backprop(x, y, weights, biases):
    n = len(x)
    layers = [x]
    for W, b in zip(weights, biases):
        layers.append(layers[-1] @ W.T + b)
    deltas = [layers[-1] - y]
    for number in range(len(weights) - 1, 0, -1):
        W, a = weights[number], layers[number]
        deltas.insert(0, deltas[0] @ W)
    dW = [delta.T @ a / n for delta, a in zip(deltas, layers)]
    db = [delta.sum(axis=0) / n for delta in deltas]
    return {"delta": deltas, "dW": dW, "db": db}
