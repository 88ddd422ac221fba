"""The inputs are noisy also without a noise factor."""

CAUGHT_BY = ("test_training_without_noise",)
CODE = "inputs-changed"

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    inputs = add_noise(images, noise_factor or 0.2)
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    history = autoencoder.fit(inputs, images, epochs=epochs, batch_size=256, verbose=0)
    return history.history["loss"]
