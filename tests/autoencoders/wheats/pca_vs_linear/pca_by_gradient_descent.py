"""Trained by gradient descent in numpy, encoder and decoder started at random."""

def linear_autoencoder(X, k):
    rng, mean = np.random.default_rng(1), X.mean(axis=0)
    S = (X - mean).T @ (X - mean) / len(X)
    d = len(S)
    E, D = 0.3 * rng.normal(size=(k, d)), 0.3 * rng.normal(size=(d, k))
    for _ in range(8000):
        R = (D @ E - np.eye(d)) @ S
        D, E = D - 0.05 * R @ E.T, E - 0.05 * D.T @ R
    return E, D, mean
