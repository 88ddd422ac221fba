"""PCA is fitted on both sets."""

CAUGHT_BY = ("test_principal_components",)
CODE = "fitted-on-both-sets"

def pca_codes(fit_images, images):
    fit, rows = (x.reshape(len(x), -1) / 255 for x in (fit_images, images))
    return PCA(2).fit(np.concatenate([fit, rows])).transform(rows)
