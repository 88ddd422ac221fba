"""Samples as columns, float32, biases of shape (H, 1), a list."""

def autoencoder_gradients(X, W1, b1, W2, b2):
    x, W1, W2 = X.T.astype(np.float32), W1.astype(np.float32), W2.astype(np.float32)
    n = x.shape[1]
    z1 = W1 @ x + b1.reshape(-1, 1).astype(np.float32)
    h = np.where(z1 > 0, z1, 0)
    z2 = W2 @ h + b2.reshape(-1, 1).astype(np.float32)
    d2 = np.where(z2 > 0, z2 - x, 0) * np.float32(2 / n)
    d1 = np.where(z1 > 0, W2.T @ d2, 0)
    return [d1 @ x.T, d1.sum(1, keepdims=True), d2 @ h.T, d2.sum(1, keepdims=True)]
