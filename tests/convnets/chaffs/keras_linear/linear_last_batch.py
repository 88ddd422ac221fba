"""The test curves are those of the last batch of the test images."""

CAUGHT_BY = ("test_training_returns_learning_curves",)

def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    curves = {"loss": [], "accuracy": [], "test_loss": [], "test_accuracy": []}
    for _ in range(epochs):
        h = model.fit(x_train / 255, y_train, verbose=0).history
        loss, accuracy = model.evaluate(x_test[-len(x_test) % 32 - 32 :] / 255, y_test[-len(y_test) % 32 - 32 :], verbose=0)
        for key, value in zip(curves, (h["loss"][0], h["accuracy"][0], loss, accuracy)):
            curves[key].append(value)
    return curves
