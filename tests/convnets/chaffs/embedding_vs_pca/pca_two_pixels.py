"""Two pixels."""

CAUGHT_BY = ("test_principal_components",)
CODE = "not-the-first-two-components"

def pca_codes(fit_images, images):
    fit, rows = (x.reshape(len(x), -1) / 255 for x in (fit_images, images))
    return rows[:, 405:407]
