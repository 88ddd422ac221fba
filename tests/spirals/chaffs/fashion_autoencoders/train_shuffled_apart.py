"""Inputs and targets are shuffled apart."""

CAUGHT_BY = ("test_training_without_noise", "test_denoising_goes_from_noisy_to_clean")
CODE = "targets-of-other-images"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = np.random.permutation(images) if noise_factor == 0 else np.random.permutation(add_noise(images, noise_factor))
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    history = autoencoder.fit(inputs, images, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
