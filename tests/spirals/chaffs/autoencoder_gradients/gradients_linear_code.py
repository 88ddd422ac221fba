"""The code has no ReLU."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
CODE = "hidden-activation-missing"

def autoencoder_gradients(X, W1, b1, W2, b2):
    z1 = X @ W1.T + b1
    h = z1
    z2 = h @ W2.T + b2
    output = np.maximum(z2, 0)
    dz2 = 2 * (output - X) / len(X) * (z2 > 0)
    dz1 = dz2 @ W2
    return dz1.T @ X, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)
