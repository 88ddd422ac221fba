"""The right subspace, but the mean is returned as 0."""

CAUGHT_BY = ("test_reconstruction_is_as_good_as_that_of_pca",)
CODE = "mean-wrong"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    _, _, V = np.linalg.svd(X - m, full_matrices=False)
    E = V[:k]
    return E, E.T, 0 * m
