"""The codes are those of fit_images."""

CAUGHT_BY = ("test_principal_components",)
CODE = "wrong-shape"

def pca_codes(fit_images, images):
    fit, rows = (x.reshape(len(x), -1) / 255 for x in (fit_images, images))
    return PCA(2).fit_transform(fit)
