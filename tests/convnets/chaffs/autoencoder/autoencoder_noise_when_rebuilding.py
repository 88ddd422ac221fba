"""Noise on the inputs, also when rebuilding."""

CAUGHT_BY = ("test_reconstructs_each_image_by_itself",)
CODE = "predicts-in-training-mode"

def reconstruct(autoencoder, images):
    x = images.reshape(-1, 784) / 255
    return autoencoder.predict(np.clip(x + 0.3 * np.random.randn(*x.shape), 0, 1), verbose=0)
