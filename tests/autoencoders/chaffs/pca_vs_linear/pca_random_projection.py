"""A random projection."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "other-subspace"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    E = np.linalg.qr(np.random.default_rng(0).normal(size=(X.shape[1], k)))[0].T
    return E, E.T, m
