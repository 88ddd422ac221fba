"""The loss is summed over the pixels."""

CAUGHT_BY = ("test_training_without_noise",)
CODE = "loss-not-a-mean"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = add_noise(images, noise_factor) if noise_factor > 0 else images
    autoencoder.compile(optimizer="adam", loss=lambda y, p: 784 * keras.losses.binary_crossentropy(y, p))
    history = autoencoder.fit(inputs, images, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
