"""Mean squared error is the training loss."""

CAUGHT_BY = ("test_training_without_noise",)
CODE = "other-loss"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = add_noise(images, noise_factor) if noise_factor > 0 else images
    autoencoder.compile(optimizer="adam", loss="mse")
    history = autoencoder.fit(inputs, images, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
