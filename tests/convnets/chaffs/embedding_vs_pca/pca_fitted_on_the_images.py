"""PCA is fitted on the images that are embedded."""

CAUGHT_BY = ("test_principal_components",)
CODE = "fitted-on-the-images"

def pca_codes(fit_images, images):
    fit, rows = (x.reshape(len(x), -1) / 255 for x in (fit_images, images))
    return PCA(2).fit_transform(rows)
