"""Columns of V transposed where its rows belong."""

CAUGHT_BY = ("test_decoder_spans_the_subspace_of_pca", "test_reconstruction_is_as_good_as_that_of_pca")
CODE = "columns-of-vt"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    _, _, V = np.linalg.svd(X - m, full_matrices=False)
    E = V[:, :k].T
    return E, E.T, m
