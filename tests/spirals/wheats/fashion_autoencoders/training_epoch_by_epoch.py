"""fit is called once an epoch, with validation on the same images; losses as numpy numbers."""

def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    autoencoder.compile(optimizer=keras.optimizers.Adam(1e-3), loss=keras.losses.BinaryCrossentropy())
    losses = np.zeros(epochs)
    for epoch in range(epochs):
        noisy = add_noise(images, noise_factor) if noise_factor else images
        history = autoencoder.fit(noisy, images, batch_size=256, epochs=1, verbose=0, validation_data=(images[:50], images[:50]))
        losses[epoch] = history.history["loss"][0]
    return losses
