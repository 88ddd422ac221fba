"""A copy of the model is trained."""

CAUGHT_BY = ("test_training_without_noise", "test_denoising_goes_from_noisy_to_clean")
CODE = "model-not-trained"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    autoencoder = keras.models.clone_model(autoencoder)
    inputs = add_noise(images, noise_factor) if noise_factor > 0 else images
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    history = autoencoder.fit(inputs, images, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
