"""A table of activation functions for every neuron; float32."""

def modified_backprop(x, y, weights, biases, layer, neuron, f, f_prime):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    table = [[(sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z)))] * len(b) for b in biases]
    table[layer] = list(table[layer])
    table[layer][neuron] = (f, f_prime)
    a, acts, primes = np.float32(x), [np.float32(x)], []
    for W, b, row in zip(weights, biases, table):
        z = np.float32(W) @ a + np.float32(b)
        a = np.array([g(value) for (g, _), value in zip(row, z)], dtype=np.float32)
        primes.append(np.array([g(value) for (_, g), value in zip(row, z)], dtype=np.float32))
        acts.append(a)
    error = (a - np.float32(y)) * primes[-1]
    found = {"delta": [], "dW": [], "db": []}
    for l in reversed(range(len(weights))):
        for key, value in (("delta", error), ("dW", error[:, None] * acts[l][None]), ("db", error)):
            found[key].insert(0, value)
        if l:
            error = np.float32(weights[l]).T @ error * primes[l - 1]
    return found
