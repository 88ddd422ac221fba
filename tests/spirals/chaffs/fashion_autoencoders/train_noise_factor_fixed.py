"""The noise has the factor 0.2 whatever is asked for."""

CAUGHT_BY = ("test_denoising_goes_from_noisy_to_clean",)
CODE = "training-noise-fixed"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = add_noise(images, 0.2) if noise_factor > 0 else images
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    history = autoencoder.fit(inputs, images, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
