"""The encoder is the transposed decoder, whose columns are not orthonormal."""

CAUGHT_BY = ("test_reconstruction_is_as_good_as_that_of_pca",)
CODE = "encoder-does-not-fit"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    _, S, V = np.linalg.svd(X - m, full_matrices=False)
    D = V[:k].T * 2
    return D.T, D, m
