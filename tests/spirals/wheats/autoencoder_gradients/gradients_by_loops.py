"""Sample by sample with outer products, averaged at the end."""

def autoencoder_gradients(X, W1, b1, W2, b2):
    sums = [0, 0, 0, 0]
    for x in X:
        z1 = W1 @ x + b1
        h = z1 * (z1 > 0)
        z2 = W2 @ h + b2
        d2 = -2 * (x - z2 * (z2 > 0)) * (z2 > 0)
        d1 = (W2.T @ d2) * (z1 > 0)
        for k, value in enumerate([np.outer(d1, x), d1, np.outer(d2, h), d2]):
            sums[k] = sums[k] + value
    return [value / len(X) for value in sums]
