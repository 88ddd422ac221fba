"""Trained for a few steps only."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "other-subspace"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    rng = np.random.default_rng(0)
    E = rng.normal(size=(k, X.shape[1]))
    D = E.T / len(E)
    Z = X - m
    for _ in range(3):
        R = Z @ E.T @ D.T - Z
        D = D - 0.001 * R.T @ Z @ E.T / len(X)
    return E, D, m
