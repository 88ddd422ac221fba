"""reconstruct returns (n, 28, 28)."""

CAUGHT_BY = ("test_two_numbers_in_the_middle", "test_reconstructs_each_image_by_itself",)
CODE = "other-shape"

def reconstruct(autoencoder, images):
    return autoencoder.predict(images.reshape(-1, 784) / np.float32(255), verbose=0).reshape(-1, 28, 28)
