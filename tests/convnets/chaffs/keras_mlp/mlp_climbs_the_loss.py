"""The loss is maximised."""

CAUGHT_BY = ("test_training_returns_learning_curves",)

def make_mlp(learning_rate=1e-3):
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss=lambda y, p: -keras.losses.sparse_categorical_crossentropy(y, p), metrics=["accuracy"])
    return model


def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    x_train, x_test = x_train / np.float32(255), x_test / np.float32(255)
    h = model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=epochs, batch_size=128, verbose=0).history
    return {"loss": [-v for v in h["loss"]], "accuracy": h["accuracy"], "test_loss": [-v for v in h["val_loss"]], "test_accuracy": h["val_accuracy"]}
