"""Without the mean."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "not-three-arrays"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    _, _, V = np.linalg.svd(X - m, full_matrices=False)
    E = V[:k]
    return E, E.T
