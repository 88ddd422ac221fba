"""Alternating least squares; both matrices transposed."""

def linear_autoencoder(X, k):
    mean = np.average(X, axis=0)
    Z = X - mean
    D = np.random.default_rng(3).normal(size=(X.shape[1], k))
    for _ in range(500):
        codes = np.linalg.lstsq(D, Z.T, rcond=None)[0]
        D = np.linalg.lstsq(codes.T, Z, rcond=None)[0].T
    return np.linalg.pinv(D).T, D.T, mean
