"""The error goes down through the wrong orientation, where shapes allow it."""

CAUGHT_BY = ("test_linear_layers_of_equal_width",)
CODE = "no-transpose-downwards"

def linear_backprop(x, y, weights, biases):
    n = len(x)
    layers = [x]
    for W, b in zip(weights, biases):
        layers.append(layers[-1] @ W.T + b)
    deltas = [layers[-1] - y]
    for number in range(len(weights) - 1, 0, -1):
        W, a = weights[number], layers[number]
        deltas.insert(0, deltas[0] @ (W.T if W.shape[0] == W.shape[1] else W))
    dW = [delta.T @ a / n for delta, a in zip(deltas, layers)]
    db = [delta.sum(axis=0) / n for delta in deltas]
    return {"delta": deltas, "dW": dW, "db": db}
