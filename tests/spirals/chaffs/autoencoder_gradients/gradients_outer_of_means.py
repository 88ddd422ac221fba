"""Means of inputs and errors are multiplied instead of averaging their products."""

CAUGHT_BY = ("test_gradients_of_a_batch",)
CODE = "product-of-means"

def autoencoder_gradients(X, W1, b1, W2, b2):
    z1 = X @ W1.T + b1
    h = np.maximum(z1, 0)
    z2 = h @ W2.T + b2
    output = np.maximum(z2, 0)
    dz2 = 2 * (output - X) / len(X) * (z2 > 0)
    dz1 = dz2 @ W2 * (z1 > 0)
    return np.outer(dz1.sum(0), X.mean(0)), dz1.sum(axis=0), np.outer(dz2.sum(0), h.mean(0)), dz2.sum(axis=0)
