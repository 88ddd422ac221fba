"""The median in place of the mean."""

CAUGHT_BY = ("test_reconstruction_is_as_good_as_that_of_pca",)
CODE = "mean-wrong"

def linear_autoencoder(X, k):
    m = X.min(axis=0)
    E = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)[2][:k]
    return E, E.T, m
