"""Only the weight gradients are divided by the number of samples."""

CAUGHT_BY = ("test_gradients_of_a_batch",)
CODE = "bias-summed"

def autoencoder_gradients(X, W1, b1, W2, b2):
    z1 = X @ W1.T + b1
    h = np.maximum(z1, 0)
    z2 = h @ W2.T + b2
    output = np.maximum(z2, 0)
    dz2 = 2 * (output - X) * (z2 > 0)
    dz1 = dz2 @ W2 * (z1 > 0)
    return dz1.T @ X / len(X), dz1.sum(axis=0), dz2.T @ h / len(X), dz2.sum(axis=0)
