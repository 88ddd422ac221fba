"""No test curves."""

CAUGHT_BY = ("test_training_returns_learning_curves",)
CODE = "missing-keys"

def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    return model.fit(x_train / 255, y_train, epochs=epochs, verbose=0).history
