"""validation_split: the test curves are those of a part of the training images."""

CAUGHT_BY = ("test_training_returns_learning_curves",)


def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    x_train, x_test = x_train / np.float32(255), x_test / np.float32(255)
    h = model.fit(x_train, y_train, validation_split=0.2, epochs=epochs, batch_size=128, verbose=0).history
    return {"loss": h["loss"], "accuracy": h["accuracy"], "test_loss": h["val_loss"], "test_accuracy": h["val_accuracy"]}
