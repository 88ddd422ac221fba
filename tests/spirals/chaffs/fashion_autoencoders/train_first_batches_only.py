"""Every epoch uses the first 100 images."""

CAUGHT_BY = ("test_training_without_noise", "test_denoising_goes_from_noisy_to_clean", "test_learns_to_rebuild")
CODE = "images-left-out"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = add_noise(images, noise_factor) if noise_factor > 0 else images
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    history = autoencoder.fit(inputs[:100], images[:100], epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
