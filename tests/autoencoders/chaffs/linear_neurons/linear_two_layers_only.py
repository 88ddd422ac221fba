"""Written for exactly two layers."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_network_of_one_layer")
CODE = "raised"

def linear_backprop(x, y, weights, biases):
    (W1, W2), (b1, b2) = weights, biases
    hidden = x @ W1.T + b1
    delta2 = hidden @ W2.T + b2 - y
    delta1 = delta2 @ W2
    n = len(x)
    return {"delta": [delta1, delta2], "dW": [delta1.T @ x / n, delta2.T @ hidden / n], "db": [delta1.mean(0), delta2.mean(0)]}
