"""The noise factor is ignored."""

CAUGHT_BY = ("test_denoising_goes_from_noisy_to_clean",)
CODE = "no-noise-in-training"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = images
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    history = autoencoder.fit(inputs, images, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
