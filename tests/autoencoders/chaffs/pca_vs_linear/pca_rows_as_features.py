"""The covariance between the rows."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "other-subspace"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    U, _, _ = np.linalg.svd(X - m, full_matrices=False)
    E = U[: X.shape[1], :k].T
    return E, E.T, m
