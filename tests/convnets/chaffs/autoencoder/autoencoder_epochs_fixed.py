"""Always ten epochs."""

CAUGHT_BY = ("test_training_lowers_the_squared_error",)
CODE = "other-number-of-epochs"

def train_autoencoder(autoencoder, x_train, x_test, *, epochs):
    x_train, x_test = (x.reshape(-1, 784) / np.float32(255) for x in (x_train, x_test))
    h = autoencoder.fit(x_train, x_train, validation_data=(x_test, x_test), epochs=10, batch_size=128, verbose=0).history
    return {"loss": h["loss"], "test_loss": h["val_loss"]}
