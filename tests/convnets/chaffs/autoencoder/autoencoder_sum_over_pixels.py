"""The losses are sums over the pixels."""

CAUGHT_BY = ("test_training_lowers_the_squared_error",)
CODE = "sum-over-pixels"

def train_autoencoder(autoencoder, x_train, x_test, *, epochs):
    x_train, x_test = (x.reshape(-1, 784) / np.float32(255) for x in (x_train, x_test))
    h = autoencoder.fit(x_train, x_train, validation_data=(x_test, x_test), epochs=epochs, batch_size=128, verbose=0).history
    return {"loss": [784 * v for v in h["loss"]], "test_loss": [784 * v for v in h["val_loss"]]}
