"""Accuracies in per cent."""

CAUGHT_BY = ("test_training_returns_learning_curves",)
CODE = "in-per-cent"

def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    x_train, x_test = x_train / np.float32(255), x_test / np.float32(255)
    h = model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=epochs, batch_size=128, verbose=0).history
    return {"loss": h["loss"], "accuracy": [100 * a for a in h["accuracy"]], "test_loss": h["val_loss"], "test_accuracy": [100 * a for a in h["val_accuracy"]]}
