"""Gradient descent on z, with a − y as the gradient; a column."""

def cross_entropy_minimum(y):
    z = np.zeros((len(y), 1))
    for _ in range(3000):
        z -= 0.5 * (1 / (1 + np.exp(-z)) - y[:, None])
    a = 1 / (1 + np.exp(-z))
    return [a, cross_entropy(a.ravel(), y)]
