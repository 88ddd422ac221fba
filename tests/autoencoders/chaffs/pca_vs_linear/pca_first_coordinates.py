"""The first k coordinates."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "first-coordinates"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    E = np.eye(X.shape[1])[:k]
    return E, E.T, m
