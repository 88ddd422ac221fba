"""δ by central differences in the weighted inputs, everything else from it."""

def modified_backprop(x, y, weights, biases, layer, neuron, f, f_prime):
    def cost_and_layers(moved):
        a, layers = x, [x]
        for number, (W, b) in enumerate(zip(weights, moved)):
            z = W @ a + b
            a = 0.5 * (1 + np.tanh(z / 2))
            if number == layer:
                a = np.where(np.arange(len(z)) == neuron, f(z), a)
            layers.append(a)
        return 0.5 * float((a - y) @ (a - y)), layers

    step, deltas = 1e-5, []
    for number, b in enumerate(biases):
        delta = []
        for unit in range(len(b)):
            up = [one + step * (n == number) * np.eye(len(one))[min(unit, len(one) - 1)] for n, one in enumerate(biases)]
            down = [one - step * (n == number) * np.eye(len(one))[min(unit, len(one) - 1)] for n, one in enumerate(biases)]
            delta.append((cost_and_layers(up)[0] - cost_and_layers(down)[0]) / (2 * step))
        deltas.append(delta)
    layers = cost_and_layers(biases)[1]
    return {"delta": [np.array(d) for d in deltas], "dW": [np.outer(d, a) for d, a in zip(deltas, layers)],
            "db": tuple(np.array(d) for d in deltas)}
