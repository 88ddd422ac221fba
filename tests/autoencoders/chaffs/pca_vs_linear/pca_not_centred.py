"""The data are not centred."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "not-centred"

def linear_autoencoder(X, k):
    m = np.zeros(X.shape[1])
    _, _, V = np.linalg.svd(X, full_matrices=False)
    E = V[:k]
    return E, E.T, m
