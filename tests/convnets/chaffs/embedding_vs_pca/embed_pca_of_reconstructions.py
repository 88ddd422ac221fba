"""PCA of the reconstructions in place of the code."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer",)
CODE = "not-the-inner-layer"

def embed(autoencoder, images):
    return PCA(2).fit_transform(reconstruct(autoencoder, images))
