"""The noise goes to the targets, the inputs are clean."""

CAUGHT_BY = ("test_denoising_goes_from_noisy_to_clean", "test_denoises")
CODE = "no-noise-in-training"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = add_noise(images, noise_factor) if noise_factor > 0 else images
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    history = autoencoder.fit(images, inputs, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
