"""The weights are updated along with the gradients."""

CAUGHT_BY = ("test_arguments_of_the_gradients_stay_as_they_are",)
CODE = "changed-in-place"

def autoencoder_gradients(X, W1, b1, W2, b2):
    z1 = X @ W1.T + b1
    h = np.maximum(z1, 0)
    z2 = h @ W2.T + b2
    output = np.maximum(z2, 0)
    dz2 = 2 * (output - X) / len(X) * (z2 > 0)
    dz1 = dz2 @ W2 * (z1 > 0)
    W1 -= 0.1 * dz1.T @ X
    W2 -= 0.1 * dz2.T @ h
    return dz1.T @ X, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)
