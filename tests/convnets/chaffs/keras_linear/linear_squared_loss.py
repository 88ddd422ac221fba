"""The mean squared error is minimised."""

CAUGHT_BY = ("test_training_returns_learning_curves",)
CODE = "squared-error-minimised"

def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
    h = model.fit(x_train / 255, np.eye(10)[y_train], validation_data=(x_test / 255, np.eye(10)[y_test]), epochs=epochs, verbose=0).history
    return {"loss": h["loss"], "accuracy": h["accuracy"], "test_loss": h["val_loss"], "test_accuracy": h["val_accuracy"]}
