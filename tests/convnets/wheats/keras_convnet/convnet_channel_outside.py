"""The channel axis is added by predict_digits and train_classifier, for this network only."""

def make_convnet():
    pixels = keras.Input((28, 28, 1))
    x = pixels
    for filters in (16, 32):
        x = layers.MaxPooling2D((2, 2))(layers.Conv2D(filters, (3, 3), padding="same", activation="relu")(x))
    x = layers.Dense(128, activation="relu")(layers.Flatten()(x))
    return keras.Model(pixels, layers.Dense(10, activation="softmax")(x))


def shaped(model, images):
    images = images.astype("float32") / 255
    return images[..., np.newaxis] if len(model.input_shape) == 4 else images


def predict_digits(model, images):
    return np.concatenate([model.predict_on_batch(shaped(model, images[i : i + 500])) for i in range(0, len(images), 500)])


def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    model.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    fitted = model.fit(shaped(model, x_train), y_train, epochs=epochs, batch_size=50, verbose=0,
                       validation_data=(shaped(model, x_test), y_test))
    return dict(zip(("accuracy", "loss", "test_accuracy", "test_loss"),
                    (fitted.history[key] for key in ("accuracy", "loss", "val_accuracy", "val_loss"))))
