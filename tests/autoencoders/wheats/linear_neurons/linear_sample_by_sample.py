"""One input after the other, then the mean."""

def linear_backprop(x, y, weights, biases):
    deltas = [np.zeros((len(x), len(b))) for b in biases]
    dW, db = [np.zeros(W.shape) for W in weights], [np.zeros((len(b), 1)) for b in biases]
    for i in range(len(x)):
        acts = [x[i].reshape(-1, 1)]
        for W, b in zip(weights, biases):
            acts.append(W @ acts[-1] + b.reshape(-1, 1))
        delta = acts[-1] - y[i].reshape(-1, 1)
        for l in range(len(weights) - 1, -1, -1):
            deltas[l][i] = delta.ravel()
            dW[l] += delta @ acts[l].T / len(x)
            db[l] += delta / len(x)
            delta = weights[l].T @ delta
    return {"delta": deltas, "dW": dW, "db": db}
