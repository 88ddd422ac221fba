"""A right answer in other words than the model answer; wrong answers change a line of it."""


def modified_backprop(x, y, weights, biases, layer, neuron, f, f_prime):
    activations, slopes = [x], []
    for number, (W, b) in enumerate(zip(weights, biases)):
        z = W @ activations[-1] + b
        a = 1 / (1 + np.exp(-z))
        slope = a * (1 - a)
        if number == layer:
            a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])
        activations.append(a)
        slopes.append(slope)
    delta = (activations[-1] - y) * slopes[-1]
    deltas = [delta]
    for W, slope in zip(weights[:0:-1], slopes[-2::-1]):
        delta = (W.T @ delta) * slope
        deltas.insert(0, delta)
    dW = [np.outer(delta, a) for delta, a in zip(deltas, activations)]
    return {"delta": deltas, "dW": dW, "db": [delta for delta in deltas]}
