"""The projection (d, d) for both matrices."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "wrong-shape"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    _, _, V = np.linalg.svd(X - m, full_matrices=False)
    P = V[:k].T @ V[:k]
    return P, P, m
