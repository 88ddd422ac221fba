"""Codes are divided by the singular values, reconstructions are not multiplied with them."""

CAUGHT_BY = ("test_reconstruction_is_as_good_as_that_of_pca",)
CODE = "encoder-does-not-fit"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    _, S, V = np.linalg.svd(X - m, full_matrices=False)
    E = V[:k] / S[:k, None]
    return E, V[:k].T, m
