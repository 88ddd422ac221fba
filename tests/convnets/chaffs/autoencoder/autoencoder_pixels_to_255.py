"""Reconstructions from 0 to 255."""

CAUGHT_BY = ("test_training_lowers_the_squared_error", "test_rebuilds_better_than_pca",)
CODE = "other-scale"

def reconstruct(autoencoder, images):
    return 255 * autoencoder.predict(images.reshape(-1, 784) / np.float32(255), verbose=0)
