"""X is centred in place."""

CAUGHT_BY = ("test_data_stay_as_they_are",)
CODE = "changed-in-place"

def linear_autoencoder(X, k):
    m = X.mean(axis=0)
    X -= m
    _, _, V = np.linalg.svd(X, full_matrices=False)
    E = V[:k]
    return E, E.T, m
