"""Singular vectors of pixels whose mean was not subtracted."""

CAUGHT_BY = ("test_principal_components",)
CODE = "mean-not-subtracted"

def pca_codes(fit_images, images):
    fit, rows = (x.reshape(len(x), -1) / 255 for x in (fit_images, images))
    return rows @ np.linalg.svd(fit, full_matrices=False)[2][:2].T
