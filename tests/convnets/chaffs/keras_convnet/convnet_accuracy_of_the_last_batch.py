"""The test accuracy is that of a single batch."""

CAUGHT_BY = ("test_training_returns_learning_curves",)
CODE = "one-batch-only"

def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    x_train, x_test = x_train / np.float32(255), x_test / np.float32(255)
    h = model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=epochs, batch_size=128, verbose=0).history
    return {"loss": h["loss"], "accuracy": h["accuracy"], "test_loss": h["val_loss"], "test_accuracy": [float(np.mean(model.predict(x_test[:20], verbose=0).argmax(1) == y_test[:20]))] * epochs}
