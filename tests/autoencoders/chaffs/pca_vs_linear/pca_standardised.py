"""The data are standardised first."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "standardised"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    _, _, V = np.linalg.svd((X - m) / X.std(axis=0), full_matrices=False)
    E = V[:k]
    return E, E.T, m
