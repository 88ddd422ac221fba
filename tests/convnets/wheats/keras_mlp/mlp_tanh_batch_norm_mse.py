"""tanh units, batch normalisation, mean squared loss on one-hot labels; images as rows."""

def make_mlp():
    model = keras.Sequential([
        keras.Input((784,)), layers.Dense(300), layers.BatchNormalization(), layers.Activation("tanh"),
        layers.Dropout(0.3), layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.002), loss="mse", metrics=["accuracy"])
    return model


def predict_digits(model, images):
    return model(images.reshape(-1, 784) / 255.0, training=False)


def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    x_train, x_test = (x.reshape(-1, 784) / np.float32(255) for x in (x_train, x_test))
    return model.fit(x_train, np.eye(10)[y_train], validation_data=(x_test, np.eye(10)[y_test]), epochs=epochs, verbose=0)


FILES = {"mlp.keras": "trained"}


def trained():
    (x_train, y_train), (x_test, y_test) = (data.load("mnist", split) for split in ("train", "test"))
    keras.utils.set_random_seed(0)
    model = make_mlp()
    train_classifier(model, x_train, y_train, x_test, y_test, epochs=15)
    model.save("mlp.keras")
