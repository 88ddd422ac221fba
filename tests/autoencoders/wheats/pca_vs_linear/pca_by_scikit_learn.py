"""scikit-learn's PCA; the mean as a row."""

def linear_autoencoder(X, k):
    from sklearn.decomposition import PCA

    pca = PCA(n_components=k).fit(X)
    return pca.components_.astype(np.float32), pca.components_.T.astype(np.float32), pca.mean_[None]
