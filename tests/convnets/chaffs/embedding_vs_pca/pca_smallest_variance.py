"""The eigenvectors of the smallest eigenvalues."""

CAUGHT_BY = ("test_principal_components",)
CODE = "not-the-first-two-components"

def pca_codes(fit_images, images):
    fit, rows = (x.reshape(len(x), -1) / 255 for x in (fit_images, images))
    return (rows - fit.mean(0)) @ np.linalg.eigh((fit - fit.mean(0)).T @ (fit - fit.mean(0)))[1][:, :2]
