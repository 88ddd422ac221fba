"""Plain gradient descent with Keras' default rate."""

CAUGHT_BY = ("test_learns_to_rebuild",)
CODE = "learns-too-little"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = add_noise(images, noise_factor) if noise_factor > 0 else images
    autoencoder.compile(optimizer="sgd", loss="binary_crossentropy")
    history = autoencoder.fit(inputs, images, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
