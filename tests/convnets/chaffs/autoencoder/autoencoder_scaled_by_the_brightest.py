"""Images are divided by the brightest pixel of the batch."""

CAUGHT_BY = ("test_reconstructs_each_image_by_itself",)
CODE = "depends-on-the-batch"

def reconstruct(autoencoder, images):
    return autoencoder.predict(images.reshape(-1, 784) / images.max(), verbose=0)
