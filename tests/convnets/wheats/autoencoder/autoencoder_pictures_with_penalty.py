"""Pictures (28, 28) in and out, a small weight penalty, a functional model that knows its encoder."""

ALSO = ("embedding_vs_pca",)

def make_autoencoder():
    pictures = keras.Input((28, 28))
    x = layers.Flatten()(pictures)
    for units in (512, 256, 64):
        x = layers.Dense(units, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-6))(x)
    code = x = layers.Dense(2, activation="linear")(x)
    for units in (64, 256, 512):
        x = layers.Dense(units, activation="relu")(x)
    model = keras.Model(pictures, layers.Reshape((28, 28))(layers.Dense(784, activation="sigmoid")(x)))
    model.compile(optimizer=keras.optimizers.Adam(0.0005), loss="mean_squared_error")
    return model


def reconstruct(autoencoder, images):
    return autoencoder.predict(images / 255.0, verbose=0).reshape(len(images), 784)


def train_autoencoder(autoencoder, x_train, x_test, *, epochs):
    history = autoencoder.fit(x_train / 255, x_train / 255, epochs=epochs, batch_size=64, verbose=0,
                              validation_data=(x_test / 255, x_test / 255)).history
    return {"loss": history["loss"], "test_loss": history["val_loss"]}


def embed(autoencoder, images):
    x = images / np.float32(255)
    for layer in autoencoder.layers[1:6]:
        x = layer(x)
    return np.array(x)
